import type { Metadata } from 'next'
import { HistoryPage } from '@/components/review/history-page'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { getEntryHistory } from '@/lib/domain/entry/history'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { change, undo, withdraw } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'History of an entry' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { actor } = await requireActor()
  const history = await orNotFound(getEntryHistory(actor, (await params).id))
  const people = [...history.revisions.map(({ recordedBy }) => recordedBy), ...history.publications.map(({ by }) => by)]
  return (
    <HistoryPage
      key={history.version}
      history={history}
      names={await listNames(actor, people)}
      may={{
        withdraw: roleMay(actor.role, 'withdraw'),
        undo: roleMay(actor.role, 'undo in bulk'),
        activity: roleMay(actor.role, 'read the activity log'),
      }}
      decisions={{ change, undo, withdraw }}
    />
  )
}
