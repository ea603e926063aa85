import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MergePanel } from '@/app/(desk)/desk/merges/merge-panel'
import { textsOf } from '@/app/(desk)/desk/sources/source-form'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import { LongText } from '@/components/source-desk/long-text'
import { SourceFields } from '@/components/source-desk/source-fields'
import { SourceRecord } from '@/components/source-desk/source-record'
import { TextDiff } from '@/components/source-desk/text-diff'
import { Section } from '@/components/ui/section'
import { roleMay } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { listTitles } from '@/lib/domain/negotiation/desk-list'
import { getDeskSource, getTextDiff } from '@/lib/domain/source/desk-record'
import { requireActor } from '@/lib/http/signed-in'
import { amendHere, refetchHere, resolveHere, shareHere, storeHere } from './actions'

export const metadata: Metadata = { title: 'Source' }

type Props = {
  params: Promise<{ source: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { actor } = await requireActor()
  const { source: slug } = await params
  const record = await getDeskSource(actor, slug).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') notFound()
    throw error
  })
  const inForce = record.texts.find(({ isInForce }) => isInForce)
  const earlier = record.texts.find(({ isInForce }) => !isInForce)
  const used = new Set(record.negotiations.map((negotiation) => negotiation.slug))
  const elsewhere = Object.entries(await listTitles(actor)).filter(([other]) => !used.has(other))
  const at = { source: slug, version: record.version }
  return (
    <SourceRecord record={record} resolve={(flag) => resolveHere.bind(null, slug, flag)}>
      {record.may.store && elsewhere.length > 0 && (
        <Section title="Use it in a further negotiation">
          <ActionForm action={shareHere.bind(null, slug)} submit="Use it there" small>
            <Choice
              name="negotiation"
              label="Negotiation"
              compact
              options={elsewhere.map(([value, label]) => ({ value, label }))}
            />
          </ActionForm>
        </Section>
      )}
      {record.may.store && (
        <Section title="Fetch again">
          <p className="mb-3">
            Where cited words changed, the entries that cite them are flagged. The older text stays.
          </p>
          {(record.fetchedUrl ?? record.told.url) && (
            <ActionForm action={refetchHere.bind(null, at)} submit="Fetch again" />
          )}
          <details className="source-form mt-4">
            <summary className="cursor-pointer">Or paste a newer text</summary>
            <div className="mt-3">
              <ActionForm action={storeHere.bind(null, at)} submit="Store this text" clears>
                <Field prose name="text" label="The text as it stands now" rows={8} />
              </ActionForm>
            </div>
          </details>
        </Section>
      )}
      {inForce && earlier && (
        <Section title="What changed from the text before">
          <TextDiff runs={await getTextDiff(actor, slug, earlier.id, inForce.id)} />
        </Section>
      )}
      {inForce && (
        <Section title="Stored text">
          <LongText label="The whole text" lang={record.told.language}>
            {inForce.text}
          </LongText>
        </Section>
      )}
      {record.may.amend && (
        <Section title="What is said about it">
          <div className="source-form">
            <ActionForm action={amendHere.bind(null, at)} submit="Save">
              <SourceFields value={textsOf(record.told)} />
            </ActionForm>
          </div>
        </Section>
      )}
      {roleMay(actor.role, 'amend reference data') && (
        <MergePanel
          actor={actor}
          kind="source"
          negotiation={null}
          slug={slug}
          asked={([(await searchParams).into].flat()[0] ?? '').slice(0, 80).replaceAll('\0', '')}
          others={null}
          base="/desk/sources"
        />
      )}
    </SourceRecord>
  )
}
