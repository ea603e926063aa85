import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { addRowHere, moveRowHere } from '@/app/(desk)/desk/negotiations/actions'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { RowFields } from '@/components/reference/row-fields'
import { RowList } from '@/components/reference/row-list'
import { Section } from '@/components/ui/section'
import { getDeskNegotiation } from '@/lib/domain/negotiation/desk-list'
import { KIND_LABELS, kindAt } from '@/lib/domain/reference/kinds'
import { listOptions, listRows } from '@/lib/domain/reference/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'

export const metadata: Metadata = { title: 'Reference data' }

export default async function Page({ params }: { params: Promise<{ negotiation: string; list: string }> }) {
  const { actor } = await requireActor()
  const { negotiation, list } = await params
  const kind = kindAt(list)
  if (!kind) notFound()
  const { title } = await orNotFound(getDeskNegotiation(actor, negotiation))
  const [rows, options] = await Promise.all([listRows(actor, negotiation, kind), listOptions(actor, negotiation)])
  const { one, many, meaning, path } = KIND_LABELS[kind]
  const wants =
    (kind === 'speaker' || kind === 'demand') && options.parties.length === 0
      ? 'Add a party first.'
      : kind === 'demand' && options.topics.length === 0
        ? 'Add a topic first.'
        : null
  return (
    <DeskPage
      title={many}
      lead={
        <>
          {meaning[0]?.toUpperCase()}
          {meaning.slice(1)}, of{' '}
          <Link href={`/desk/negotiations/${negotiation}`} prefetch={false} className="quiet-link">
            {title}
          </Link>
          , in the order in which readers see them.
        </>
      }
    >
      {rows.length === 0 && <p>None yet.</p>}
      <RowList
        rows={rows}
        base={`/desk/negotiations/${negotiation}/${path}`}
        move={(slug, past) => moveRowHere.bind(null, { negotiation, kind }, { slug, past })}
      />
      <Section title={`Add a ${one}`.replace('a event', 'an event')}>
        {wants ? (
          <p>{wants}</p>
        ) : (
          <div className="source-form">
            <ActionForm action={addRowHere.bind(null, { negotiation, kind })} submit="Add" clears>
              <RowFields kind={kind} fields={{}} options={options} withWords />
            </ActionForm>
          </div>
        )}
      </Section>
    </DeskPage>
  )
}
