import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { namesOfSummary } from '@/components/undo/names-wanted'
import { UndoList } from '@/components/undo/undo-list'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { listUndos } from '@/lib/domain/undo/queries'
import { requireActor } from '@/lib/http/signed-in'
import '@/components/review/review.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Undo' }

export default async function Page() {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'undo in bulk')) notFound()
  const { waiting, decided } = await listUndos(actor)
  const names = await listNames(actor, [...waiting, ...decided].flatMap(namesOfSummary))
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Undo</h1>
      <p className="mt-2 max-w-[68ch] text-muted">
        Many changes taken back in one step: what one account published, or one import brought. One person proposes it,
        a second one decides, and it can be undone itself.
      </p>
      <p className="mt-4">
        <a href="/desk/undo/new" className="control no-underline">
          Preview an undo
        </a>
      </p>
      <UndoList waiting={waiting} decided={decided} names={names} />
    </div>
  )
}
