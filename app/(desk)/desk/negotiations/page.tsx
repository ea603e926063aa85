import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { NegotiationFields } from '@/components/reference/negotiation-fields'
import { Section } from '@/components/ui/section'
import { listDeskNegotiations } from '@/lib/domain/negotiation/desk-list'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import { openHere } from './actions'

export const metadata: Metadata = { title: 'Negotiations' }

export default async function Page() {
  const { actor } = await requireActor()
  const negotiations = await orNotFound(listDeskNegotiations(actor))
  return (
    <DeskPage
      title="Negotiations"
      lead="What is followed, each with its own parties, demands and events. Readers see one with its first published entry."
    >
      <ul>
        {negotiations.map(({ slug, title, summary, count }) => (
          <li key={slug} className="border-t border-line py-3">
            <Link href={`/desk/negotiations/${slug}`} prefetch={false} className="quiet-link font-semibold">
              <bdi>{title}</bdi>
            </Link>
            <p className="mt-0.5">{summary}</p>
            <p className="meta mt-0.5">
              {count.entries === 0 ? 'In preparation' : `${count.entries} published entries`} · {count.parties} parties
              · {count.demands} demands
            </p>
          </li>
        ))}
        {negotiations.length === 0 && <li>None yet.</li>}
      </ul>
      <Section title="Open a further one">
        <div className="source-form">
          <ActionForm action={openHere} submit="Open">
            <NegotiationFields />
          </ActionForm>
        </div>
      </Section>
    </DeskPage>
  )
}
