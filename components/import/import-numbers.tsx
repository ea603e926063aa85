import type { ImportPage } from '@/lib/domain/import/view'
import './import.css'

/** What a check found, or a run made, in numbers. */
export function ImportNumbers({
  of: { state, rows, entries, recognised, drafts, waiting, report },
}: {
  of: ImportPage
}) {
  const numbers: [string, number][] =
    state === 'done'
      ? [
          ['drafts made', drafts],
          ['not sent yet', waiting],
          ['were there already', recognised],
          ['entries with faults, left out', report?.faulty ?? 0],
        ]
      : [
          ['rows', rows],
          ['entries', entries],
          ['ready', report?.ready ?? 0],
          ['with faults', report?.faulty ?? 0],
          ['there already', recognised],
        ]
  return (
    <dl className="import-numbers">
      {numbers.map(([name, number]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  )
}
