import { type DraftContent, FIELD_LABELS } from '@/lib/domain/draft/content'
import { changedFields } from '@/lib/domain/draft/merge'
import { fieldText } from './content-text'
import '@/components/ui/plain.css'

type Props = {
  content: DraftContent
  /** What it is compared with; null where there is nothing before it. */
  before: DraftContent | null
  beforeLabel: string
  nowLabel: string
}

/** An entry field by field; what differs from the state before stands beside it and is named as changed. */
export function FieldTable({ content, before, beforeLabel, nowLabel }: Props) {
  const changed = before ? changedFields(before, content) : []
  // Party and demand stand in the heading, by their names, and an entry keeps both.
  const fields = (Object.keys(FIELD_LABELS) as (keyof DraftContent)[]).filter(
    (field) =>
      field !== 'party' &&
      field !== 'demand' &&
      (fieldText(content, field).length > 0 || (before !== null && fieldText(before, field).length > 0)),
  )
  return (
    <table className="plain-table folds field-table">
      <caption className="sr-only">
        {before ? `${nowLabel}, compared with ${beforeLabel.toLowerCase()}` : nowLabel}
      </caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {before && <th scope="col">{beforeLabel}</th>}
          <th scope="col">{nowLabel}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const differs = changed.includes(field)
          return (
            <tr key={field} data-changed={differs || undefined}>
              <th scope="row">
                {FIELD_LABELS[field]}
                {differs && <span className="meta block">changed</span>}
              </th>
              {before && (
                <td>
                  <Lines lines={fieldText(before, field)} label={beforeLabel} struck={differs} />
                </td>
              )}
              <td>
                <Lines lines={fieldText(content, field)} label={before ? nowLabel : null} struck={false} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Lines({ lines, label, struck }: { lines: string[]; label: string | null; struck: boolean }) {
  const Tag = struck ? 'del' : 'span'
  return (
    <>
      {label && <span className="meta md:hidden">{label}: </span>}
      {lines.length === 0 ? (
        <span className="meta">nothing</span>
      ) : (
        lines.map((line) => (
          <Tag key={line} className="block">
            <bdi>{line}</bdi>
          </Tag>
        ))
      )}
    </>
  )
}
