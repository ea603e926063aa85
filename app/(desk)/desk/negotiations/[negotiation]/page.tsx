import type { Metadata } from 'next'
import Link from 'next/link'
import { amendNegotiationHere } from '@/app/(desk)/desk/negotiations/actions'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { NegotiationFields } from '@/components/reference/negotiation-fields'
import { Section } from '@/components/ui/section'
import { getDeskNegotiation } from '@/lib/domain/negotiation/desk-list'
import { KIND_LABELS, KINDS } from '@/lib/domain/reference/kinds'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'

export const metadata: Metadata = { title: 'Negotiation' }

export default async function Page({ params }: { params: Promise<{ negotiation: string }> }) {
  const { actor } = await requireActor()
  const { version, count, ...told } = await orNotFound(getDeskNegotiation(actor, (await params).negotiation))
  const base = `/desk/negotiations/${told.slug}`
  return (
    <DeskPage title={told.title} lead={told.summary}>
      <p>
        {count.entries === 0 ? (
          <>
            In preparation: readers see nothing of it before its first published entry. It wants parties, a topic and a
            demand, then an article and an entry from it.
          </>
        ) : (
          <Link href={`/${told.slug}`} prefetch={false} className="quiet-link">
            As readers see it: {count.entries} entries
          </Link>
        )}
      </p>
      <Section title="What it is made of">
        <ul>
          {KINDS.map((kind) => {
            const { path, many, meaning } = KIND_LABELS[kind]
            return (
              <li key={kind} className="border-t border-line py-2.5">
                <Link href={`${base}/${path}`} prefetch={false} className="quiet-link font-semibold">
                  {many}
                </Link>{' '}
                <span className="meta">
                  {count[path as keyof typeof count]} · {meaning}
                </span>
              </li>
            )
          })}
          <li className="border-t border-line py-2.5">
            <Link href={`/desk/sources?negotiation=${told.slug}`} prefetch={false} className="quiet-link font-semibold">
              Sources
            </Link>{' '}
            <span className="meta">{count.sources} · articles and documents</span>
          </li>
        </ul>
      </Section>
      <Section title="What is said of it">
        <div className="source-form">
          <ActionForm action={amendNegotiationHere.bind(null, { slug: told.slug, version })} submit="Save">
            <NegotiationFields told={told} />
          </ActionForm>
        </div>
      </Section>
    </DeskPage>
  )
}
