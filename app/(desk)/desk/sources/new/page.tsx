import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { NewSource } from '@/components/source-desk/new-source'
import { roleMay } from '@/lib/domain/account/roles'
import { listNegotiations } from '@/lib/domain/source/desk-list'
import { requireActor } from '@/lib/http/signed-in'
import { addHere, previewHere } from './actions'

export const metadata: Metadata = { title: 'Add a source' }

export default async function Page() {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'add sources'))
    return (
      <DeskPage title="Add a source">
        <p>Your role reads sources and adds none.</p>
      </DeskPage>
    )
  return (
    <DeskPage
      title="Add a source"
      lead="By its address, by its text or from a file. Nothing is stored before you have looked at it."
    >
      <NewSource preview={previewHere} add={addHere} negotiations={await listNegotiations(actor)} />
    </DeskPage>
  )
}
