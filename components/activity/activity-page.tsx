import { actionLabel, subjectLabel } from '@/lib/domain/activity/labels'
import type { ActivityFilter, ActivityRow } from '@/lib/domain/activity/view'
import { formatMoment } from '@/lib/domain/time/moment'
import { activityAddress } from './activity-address'
import { ActivityFilters } from './activity-filters'
import { subjectAddress } from './subject-address'
import '@/components/ui/plain.css'
import './activity.css'

type Props = {
  filter: ActivityFilter
  isFirstPage: boolean
  rows: ActivityRow[]
  next: string | null
  people: { id: string; name: string }[]
  names: Record<string, string>
}

/** Who did what, when, on which subject, newest first. */
export function ActivityPage({ filter, isFirstPage, rows, next, people, names }: Props) {
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Activity</h1>
      <ActivityFilters filter={filter} people={people} />
      <form action="/desk/activity/export" method="post" className="mt-3">
        {Object.entries(filter).map(
          ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit" className="control">
          Take this view along as CSV
        </button>{' '}
        <span className="meta">That you did so stands in the log.</span>
      </form>
      {rows.length === 0 ? (
        <p className="mt-6 text-muted">Nothing in the log is like this.</p>
      ) : (
        <table className="plain-table folds activity mt-4">
          <caption className="sr-only">What was done, newest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who and what</th>
              <th scope="col">On</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="meta whitespace-nowrap">
                  <time dateTime={row.at}>{formatMoment(row.at)}</time>
                </td>
                <th scope="row" className="font-normal">
                  <a href={activityAddress({ person: row.actor })} className="quiet-link">
                    <bdi>{names[row.actor] ?? row.actor}</bdi>
                  </a>{' '}
                  {actionLabel(row.action)}
                </th>
                <td>
                  <Subject row={row} />
                </td>
                <td>
                  <Details row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(next !== null || !isFirstPage) && (
        <nav aria-label="Pages of the log" className="mt-4 flex gap-4">
          {!isFirstPage && (
            <a href={activityAddress(filter)} className="control no-underline">
              ← Newest
            </a>
          )}
          {next !== null && (
            <a href={activityAddress(filter, next)} className="control no-underline">
              Older →
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

function Subject({ row }: { row: ActivityRow }) {
  const address = subjectAddress(row)
  const text = <bdi>{row.name ?? row.subject}</bdi>
  return (
    <>
      {subjectLabel(row.kind)}{' '}
      {address ? (
        <a href={address} className="quiet-link">
          {text}
        </a>
      ) : (
        text
      )}
      <a href={activityAddress({ kind: row.kind, subject: row.subject })} className="quiet-link meta block w-fit py-1">
        all on this
        <span className="sr-only">: {row.name ?? row.subject}</span>
      </a>
    </>
  )
}

function Details({ row }: { row: ActivityRow }) {
  return (
    <>
      {row.details.map(({ label, text }) => (
        <span key={label} className="block">
          <span className="meta">{label}:</span> <bdi>{text}</bdi>
        </span>
      ))}
      {row.review !== null && (
        <a href={`/desk/reviews/${row.review}`} className="quiet-link block w-fit py-0.5">
          Review {row.review}
        </a>
      )}
      {row.undo !== null && row.kind !== 'undo' && (
        <a href={`/desk/undo/${row.undo}`} className="quiet-link block w-fit py-0.5">
          Undo {row.undo}
        </a>
      )}
    </>
  )
}
