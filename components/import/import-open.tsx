import { type Action, ActionForm } from '@/components/form/action-form'
import { Section } from '@/components/ui/section'
import type { Reference } from '@/lib/domain/draft/view'
import { IMPORT_FIELD_LABELS, REQUIRED } from '@/lib/domain/import/fields'
import type { ImportPage } from '@/lib/domain/import/view'
import { FaultList } from './fault-list'
import { ImportNumbers } from './import-numbers'
import { MappingForm } from './mapping-form'
import { MoveTable } from './move-table'

type Props = {
  of: ImportPage
  /** Of the faults. */
  page: number
  reference: Reference
  map: Action
  run: Action
  discard: Action
}

const drafts = (count: number) => (count === 1 ? '1 draft' : `${count.toLocaleString('en-GB')} drafts`)

/** What a check found, and what can be done about it. No draft is made yet. */
export function ImportOpen({ of, page, reference, map, run, discard }: Props) {
  const { id, problem, columns, mapping, report } = of
  const unmapped = REQUIRED.filter((field) => !mapping[field])
  const ready = report?.ready ?? 0
  const names = {
    parties: Object.fromEntries(reference.parties.map(({ slug, shortName }) => [slug, shortName])),
    demands: Object.fromEntries(reference.demands.map(({ slug, title }) => [slug, title])),
  }
  return (
    <>
      {problem && (
        <p role="alert" className="form-problem mb-4">
          {problem}
        </p>
      )}
      {of.state === 'interrupted' && (
        <p role="alert" className="form-problem mb-4">
          It was interrupted. Nothing was made; run it again.
        </p>
      )}
      <ImportNumbers of={of} />
      <Section title="Columns">
        <details open={unmapped.length > 0}>
          <summary className="cursor-pointer">
            {unmapped.length > 0
              ? `Still without a column: ${unmapped.map((field) => IMPORT_FIELD_LABELS[field].label).join(', ')}`
              : 'Which column holds what'}
          </summary>
          <div className="mt-4">
            <MappingForm key={of.version} columns={columns ?? []} mapping={mapping} map={map} />
          </div>
        </details>
      </Section>
      {report && report.faults.length > 0 && (
        <Section
          title={report.faults.length === 1 ? '1 fault' : `${report.faults.length.toLocaleString('en-GB')} faults`}
        >
          <FaultList id={id} faults={report.faults} page={page} />
        </Section>
      )}
      {report && report.recognised.length > 0 && (
        <Section title="There already">
          <p>
            {report.recognised.length.toLocaleString('en-GB')}{' '}
            {report.recognised.length === 1
              ? 'entry is a draft or in the record already and is'
              : 'entries are drafts or in the record already and are'}{' '}
            not made again.
          </p>
          <p className="meta mt-1">
            {report.recognised
              .slice(0, 20)
              .map(({ row, as, id: known }) => `row ${row}: ${as} ${known}`)
              .join(' · ')}
            {report.recognised.length > 20 && ' · …'}
          </p>
        </Section>
      )}
      {report && (
        <Section title="What readers would see change">
          <p className="meta mb-2">As of today, if all that is ready were published.</p>
          <MoveTable of={report.moves} names={names} />
        </Section>
      )}
      <Section title="Go on">
        {ready > 0 ? (
          <ActionForm
            action={run}
            submit={
              report && report.faulty > 0 ? `Make ${drafts(ready)} of the rows without faults` : `Make ${drafts(ready)}`
            }
          />
        ) : (
          <p>No entry is ready yet.</p>
        )}
        <div className="mt-4">
          <ActionForm action={discard} submit="Throw this import away" small />
        </div>
      </Section>
    </>
  )
}
