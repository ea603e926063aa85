import Link from 'next/link'
import type { ImportLine } from '@/lib/domain/import/view'
import { formatMoment } from '@/lib/domain/time/moment'
import '@/components/ui/plain.css'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** "3 drafts, 2 not sent yet". */
function standing({ state, drafts, waiting, entries, faults }: ImportLine): string {
  if (state === 'done') return `${count(drafts, 'draft', 'drafts')}, ${waiting.toLocaleString('en-GB')} not sent`
  if (state === 'running') return 'at work'
  if (state === 'interrupted') return 'was interrupted; nothing was made'
  return `${count(entries, 'entry', 'entries')}, ${count(faults, 'fault', 'faults')}; no drafts yet`
}

/** One’s own imports, each with the way to it. */
export function ImportList({ imports }: { imports: readonly ImportLine[] }) {
  if (imports.length === 0) return <p className="text-muted">None yet.</p>
  return (
    <table className="plain-table folds">
      <caption className="sr-only">Your imports, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Negotiation</th>
          <th scope="col">Begun</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="font-normal">
              <Link href={`/desk/imports/${line.id}`} className="quiet-link font-semibold [overflow-wrap:anywhere]">
                <bdi>{line.fileName}</bdi>
              </Link>
            </th>
            <td>{line.negotiation}</td>
            <td className="whitespace-nowrap">{formatMoment(line.begunAt)}</td>
            <td>{standing(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
