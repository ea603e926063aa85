import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { MergePanel } from '@/app/(desk)/desk/merges/merge-panel'
import { amendRowHere, confirmHere, rewordHere } from '@/app/(desk)/desk/negotiations/actions'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { RowFields } from '@/components/reference/row-fields'
import { WordingSection } from '@/components/reference/wording-section'
import { Section } from '@/components/ui/section'
import type { Actor } from '@/lib/domain/account/actor'
import { listNames } from '@/lib/domain/account/names'
import { KIND_LABELS, kindAt, type ReferenceRow } from '@/lib/domain/reference/kinds'
import { getRow, listOptions, listRows } from '@/lib/domain/reference/queries'
import { getDeskWordings } from '@/lib/domain/wording/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'

export const metadata: Metadata = { title: 'Reference data' }

type Props = {
  params: Promise<{ negotiation: string; list: string; row: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { actor } = await requireActor()
  const { negotiation, list, row: slug } = await params
  const kind = kindAt(list)
  if (!kind) notFound()
  const row = await orNotFound(getRow(actor, negotiation, kind, slug))
  const options = await listOptions(actor, negotiation)
  const { one, many } = KIND_LABELS[kind]
  const base = `/desk/negotiations/${negotiation}/${list}`
  const read = { slug, version: row.version }
  return (
    <DeskPage
      title={row.title}
      lead={
        <>
          A {one} among the{' '}
          <Link href={base} prefetch={false} className="quiet-link">
            {many.toLowerCase()}
          </Link>
        </>
      }
    >
      {kind === 'demand' && <Words actor={actor} negotiation={negotiation} row={row} />}
      <Section title="What is said of it">
        <div className="source-form">
          <ActionForm action={amendRowHere.bind(null, { negotiation, kind }, read)} submit="Save">
            <RowFields kind={kind} fields={row.fields} options={options} />
          </ActionForm>
        </div>
      </Section>
      {(kind === 'party' || kind === 'speaker') && (
        <MergePanel
          actor={actor}
          kind={kind}
          negotiation={negotiation}
          slug={slug}
          asked={([(await searchParams).into].flat()[0] ?? '').slice(0, 80).replaceAll('\0', '')}
          others={(await listRows(actor, negotiation, kind))
            .filter((other) => other.slug !== slug && other.mergedInto === null)
            .map((other) => ({ value: other.slug, label: `${other.title} (${other.detail})` }))}
          base={base}
        />
      )}
    </DeskPage>
  )
}

async function Words({ actor, negotiation, row }: { actor: Actor; negotiation: string; row: ReferenceRow }) {
  const said = await getDeskWordings(actor, negotiation, row.slug)
  const at = { negotiation, demand: row.slug, wording: said.wordings[0]?.number ?? 1 }
  return (
    <WordingSection
      said={said}
      fields={row.fields}
      names={
        await listNames(
          actor,
          said.wordings.map(({ by }) => by),
        )
      }
      reword={rewordHere.bind(null, { negotiation, kind: 'demand' }, { slug: row.slug, version: row.version })}
      confirm={(entries) => confirmHere.bind(null, { ...at, entries })}
    />
  )
}
