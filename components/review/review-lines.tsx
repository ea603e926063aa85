import { KIND_LABELS, STAGE_LABELS } from '@/lib/domain/review/kinds'
import type { ReviewLine } from '@/lib/domain/review/view'
import { dayOf, daysBetween, formatAge } from '@/lib/domain/time/day'
import '@/components/ui/plain.css'

type Props = {
  lines: ReviewLine[]
  names: Record<string, string>
  today: string
  /** Of one's own changes the author is known. */
  own?: boolean
  caption: string
  /** The titles of all negotiations: where there are several, each line says its own. */
  negotiations: Record<string, string>
}

/** Changes on their way, each with the way to its review. */
export function ReviewLines({ lines, names, today, own = false, caption, negotiations }: Props) {
  const age = (at: string) => formatAge(daysBetween(dayOf(new Date(at)), today))
  return (
    <table className="plain-table folds">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Kind</th>
          <th scope="col">{own ? 'Stands' : 'By'}</th>
          <th scope="col">{own ? 'Since' : 'Waits'}</th>
          {!own && <th scope="col">Looked at by</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="font-normal">
              <a href={`/desk/reviews/${line.id}`} className="quiet-link font-semibold">
                {line.party} on {line.demand}
              </a>
              <span className="meta block">
                <bdi>{line.summary}</bdi>
              </span>
              {Object.keys(negotiations).length > 1 && (
                <span className="meta block">{negotiations[line.negotiation] ?? line.negotiation}</span>
              )}
            </th>
            <td data-label="Kind">{KIND_LABELS[line.kind].label}</td>
            <td data-label={own ? 'Stands' : 'By'}>
              {own ? STAGE_LABELS[line.stage] : (names[line.author] ?? line.author)}
            </td>
            <td className="whitespace-nowrap" data-label={own ? 'Since' : 'Waits'}>
              {age(own ? line.changedAt : line.sentAt)}
            </td>
            {!own && (
              <td data-label="Looked at by">
                {line.assignee ? (names[line.assignee] ?? line.assignee) : 'nobody yet'}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
