import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { ImportDone } from '@/components/import/import-done'
import { ImportOpen } from '@/components/import/import-open'
import { ImportRunning } from '@/components/import/import-running'
import { previewAddress } from '@/components/undo/undo-address'
import { roleMay } from '@/lib/domain/account/roles'
import { getReference } from '@/lib/domain/draft/queries'
import { getImport, listBrought } from '@/lib/domain/import/queries'
import { formatMoment } from '@/lib/domain/time/moment'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { cancelHere, discardHere, mapHere, runHere, sendNext, takeBackHere } from './actions'

export const metadata: Metadata = { title: 'Import' }

type Props = {
  params: Promise<{ import: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const pageIn = (value: string | string[] | undefined) =>
  Math.max(1, Math.min(10_000, Number.parseInt(String(value), 10) || 1))

export default async function Page({ params, searchParams }: Props) {
  const { actor } = await requireActor()
  const { import: id } = await params
  const asked = await searchParams
  const found = await orNotFound(getImport(actor, id))
  const at = { id, version: found.version }
  const lead = (
    <>
      For {found.negotiation}, begun {formatMoment(found.begunAt)}.
    </>
  )
  return (
    <DeskPage title={`Import of ${found.fileName}`} lead={lead}>
      {found.state === 'running' ? (
        <ImportRunning of={found} cancel={cancelHere.bind(null, id)} />
      ) : found.state === 'done' ? (
        <ImportDone
          of={found}
          brought={await listBrought(actor, id, pageIn(asked.page))}
          page={pageIn(asked.page)}
          send={sendNext.bind(null, id)}
          takeBack={takeBackHere.bind(null, id)}
          undoAddress={roleMay(actor.role, 'undo in bulk') ? previewAddress({ kind: 'desk-import', import: id }) : null}
        />
      ) : (
        <ImportOpen
          of={found}
          page={pageIn(asked.faults)}
          reference={await getReference(actor, found.negotiation)}
          map={mapHere.bind(null, at)}
          run={runHere.bind(null, at)}
          discard={discardHere.bind(null, id)}
        />
      )}
    </DeskPage>
  )
}
