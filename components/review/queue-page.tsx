import { KIND_LABELS, REVIEW_KINDS, STAGE_LABELS, STAGES } from '@/lib/domain/review/kinds'
import type { QueueFilter, ReviewLine } from '@/lib/domain/review/view'
import { queueAddress } from './queue-address'
import { ReviewLines } from './review-lines'
import './review.css'

type Props = {
  filter: QueueFilter & { page: number }
  lines: ReviewLine[]
  total: number
  pageSize: number
  names: Record<string, string>
  negotiations: Record<string, string>
  today: string
}

/** What waits for a second person, longest first. A plain form: it works as an address too. */
export function QueuePage({ filter, lines, total, pageSize, names, negotiations, today }: Props) {
  const first = filter.page * pageSize
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Queue</h1>
      <search>
        <form action="/desk/queue" className="mt-4 flex flex-wrap items-end gap-3">
          <Choice
            name="stage"
            label="Stage"
            value={filter.stage}
            options={STAGES.map((stage) => [stage, STAGE_LABELS[stage]])}
          />
          <Choice
            name="assigned"
            label="Looked at by"
            value={filter.assigned}
            options={[
              ['all', 'anybody or nobody'],
              ['nobody', 'nobody yet'],
              ['me', 'me'],
            ]}
          />
          <Choice
            name="kind"
            label="Kind"
            value={filter.kind ?? ''}
            options={[['', 'any'], ...REVIEW_KINDS.map((kind) => [kind, KIND_LABELS[kind].label] as const)]}
          />
          {Object.keys(negotiations).length > 1 && (
            <Choice
              name="negotiation"
              label="Negotiation"
              value={filter.negotiation ?? ''}
              options={[['', 'all'], ...Object.entries(negotiations)]}
            />
          )}
          <button type="submit" className="control">
            Show
          </button>
        </form>
      </search>
      <p className="meta mt-3" role="status">
        {total === 1 ? 'One change' : `${total.toLocaleString('en-GB')} changes`}
      </p>
      {lines.length > 0 ? (
        <ReviewLines
          lines={lines}
          names={names}
          today={today}
          caption="Changes in this stage, longest first"
          negotiations={negotiations}
        />
      ) : (
        <p className="mt-4 text-muted">Nothing is in this stage.</p>
      )}
      {total > pageSize && (
        <nav aria-label="Pages of the queue" className="mt-4 flex items-center gap-4">
          {filter.page > 0 && (
            <a href={queueAddress({ ...filter, page: filter.page - 1 })} className="control no-underline">
              ← Before
            </a>
          )}
          <span className="meta">
            {first + 1} to {Math.min(first + pageSize, total)} of {total.toLocaleString('en-GB')}
          </span>
          {first + pageSize < total && (
            <a href={queueAddress({ ...filter, page: filter.page + 1 })} className="control no-underline">
              Next →
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

type ChoiceProps = { name: string; label: string; value: string; options: (readonly [string, string])[] }

const Choice = ({ name, label, value, options }: ChoiceProps) => (
  <label className="block">
    <span className="field-label">{label}</span>
    <select name={name} defaultValue={value} className="control">
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
