import { StanceBadge } from '@/components/stance/stance-badge'
import { Section } from '@/components/ui/section'
import type { Stance } from '@/lib/domain/stance/scale'
import { formatDay } from '@/lib/domain/time/day'
import { formatMoment } from '@/lib/domain/time/moment'
import { changesSomething } from '@/lib/domain/undo/kinds'
import type { Counts, Glimpse, LinesPage, UndoLineView } from '@/lib/domain/undo/view'
import { count } from './scope-text'
import '@/components/ui/plain.css'

type Props = LinesPage & {
  counts: Counts
  names: Record<string, string>
  isDone?: boolean
  addressOf: (page: number) => string
}

/** What readers see now and would see afterwards, entry by entry; then what stays as it is. */
export function UndoLines({ lines, page, pages, counts, names, isDone = false, addressOf }: Props) {
  const changing = lines.filter(({ outcome }) => changesSomething(outcome))
  const staying = lines.filter(({ outcome }) => !changesSomething(outcome))
  return (
    <>
      {changing.length > 0 && (
        <Section title={isDone ? 'What changed' : 'What changes'}>
          <Table
            lines={changing}
            caption="Entries that change"
            head={isDone ? ['Readers saw', 'And then'] : ['Readers see now', 'And afterwards']}
          >
            {(line) => <After line={line} />}
          </Table>
        </Section>
      )}
      {staying.length > 0 && (
        <Section title="What stays as it is">
          <p className="mb-2 text-muted">
            {count(counts.later + counts.same, 'entry is', 'entries are')} left alone: somebody changed them afterwards,
            or readers would see the same.
          </p>
          <Table lines={staying} caption="Entries that are left alone" head={['Readers see now', 'Left alone since']}>
            {(line) => <Why line={line} names={names} />}
          </Table>
        </Section>
      )}
      {pages > 1 && (
        <nav aria-label="Pages of entries" className="mt-4 flex flex-wrap items-center gap-4">
          {page > 0 && (
            <a href={addressOf(page - 1)} className="control no-underline">
              ← Before
            </a>
          )}
          <span className="meta">
            Page {page + 1} of {pages}
          </span>
          {page + 1 < pages && (
            <a href={addressOf(page + 1)} className="control no-underline">
              Next →
            </a>
          )}
        </nav>
      )}
    </>
  )
}

type TableProps = {
  lines: UndoLineView[]
  caption: string
  head: [string, string]
  children: (line: UndoLineView) => React.ReactNode
}

function Table({ lines, caption, head, children }: TableProps) {
  return (
    <table className="plain-table folds undo-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.entry}>
            <th scope="row" className="font-normal">
              <a href={`/desk/entries/${line.entry}`} className="quiet-link font-semibold">
                {line.party} on {line.demand}
              </a>
              <span className="meta block">{line.entry}</span>
              {line.openReview !== null && (
                <a href={`/desk/reviews/${line.openReview}`} className="quiet-link meta inline-block py-1">
                  A change is under review
                </a>
              )}
            </th>
            <td data-label={head[0]}>
              <Seen glimpse={line.now} />
            </td>
            <td data-label={head[1]}>{children(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Seen({ glimpse }: { glimpse: Glimpse | null }) {
  if (!glimpse) return <span className="text-muted">nothing: withdrawn</span>
  return (
    <>
      <StanceBadge stance={glimpse.stance as Stance} /> <span className="meta">{formatDay(glimpse.heldFrom)}</span>
      <span className="block">
        <bdi>{glimpse.summary}</bdi>
      </span>
      {glimpse.terms && (
        <span className="meta block">
          Terms: <bdi>{glimpse.terms}</bdi>
        </span>
      )}
    </>
  )
}

const sameText = (a: Glimpse | null, b: Glimpse | null) => JSON.stringify(a) === JSON.stringify(b)

function After({ line }: { line: UndoLineView }) {
  if (line.outcome === 'withdrawal')
    return <span className="text-muted">withdrawn: its address stays, with the day and the reason</span>
  return (
    <>
      {line.now === null && <span className="meta block">back on the record</span>}
      <Seen glimpse={line.after} />
      {sameText(line.now, line.after) && (
        <span className="meta block">differs in its citations or in other fields</span>
      )}
    </>
  )
}

const DID: Record<string, string> = {
  first: 'published it',
  correction: 'published a correction',
  recoding: 'published a re-coding',
  withdrawal: 'withdrew it',
}

function Why({ line, names }: { line: UndoLineView; names: Record<string, string> }) {
  if (line.outcome === 'same') return <>readers would see the same</>
  return (
    <>
      {names[line.last.by] ?? line.last.by} {DID[line.last.kind] ?? 'changed it'}{' '}
      <span className="meta block">{formatMoment(line.last.at)}</span>
    </>
  )
}
