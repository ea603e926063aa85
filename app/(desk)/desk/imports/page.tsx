import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { ImportForm } from '@/components/import/import-form'
import { ImportList } from '@/components/import/import-list'
import { Section } from '@/components/ui/section'
import { roleMay } from '@/lib/domain/account/roles'
import { listImports } from '@/lib/domain/import/queries'
import { listNegotiations } from '@/lib/domain/source/desk-list'
import { requireActor } from '@/lib/http/signed-in'
import { beginHere } from './actions'

export const metadata: Metadata = { title: 'Import' }

export default async function Page() {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'write drafts')) notFound()
  const [imports, negotiations] = await Promise.all([listImports(actor), listNegotiations(actor)])
  return (
    <DeskPage
      title="Import"
      lead="Entries from a table. Every row is checked first; what is ready becomes drafts, which go the way of all others."
    >
      <ImportForm begin={beginHere} negotiations={negotiations} />
      <Section title="Your imports">
        <ImportList imports={imports} />
      </Section>
    </DeskPage>
  )
}
