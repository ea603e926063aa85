import type { BroughtLine } from '@/lib/domain/import/view'
import { STAGE_LABELS, type Stage } from '@/lib/domain/review/kinds'
import '@/components/ui/plain.css'

type Props = { id: string; lines: readonly BroughtLine[]; page: number; more: boolean }

/** What an import brought, wherever it is by now. */
export function BroughtTable({ id, lines, page, more }: Props) {
  if (lines.length === 0) return <p className="text-muted">Nothing of it is left: its drafts were taken back.</p>
  return (
    <>
      <table className="plain-table folds">
        <caption className="sr-only">What this import brought</caption>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">Row</th>
            <th scope="col">Stands</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, draft, entry, party, demand, summary, stage }) => (
            <tr key={draft ?? entry}>
              <th scope="row" className="font-normal">
                <a
                  href={draft ? `/desk/drafts/${draft}` : `/desk/entries/${entry}`}
                  className="quiet-link font-semibold"
                >
                  {party} on {demand}
                </a>
                <span className="meta block">
                  <bdi>{summary}</bdi>
                </span>
              </th>
              <td>
                {row !== null && <span className="meta min-[44rem]:hidden">Row </span>}
                {row}
              </td>
              <td>{stage === 'draft' ? 'Draft' : STAGE_LABELS[stage as Stage]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav aria-label="Pages of what it brought" className="mt-4 flex gap-4">
        {page > 1 && (
          <a href={`/desk/imports/${id}?page=${page - 1}`} className="quiet-link">
            ← Earlier rows
          </a>
        )}
        {more && (
          <a href={`/desk/imports/${id}?page=${page + 1}`} className="quiet-link">
            Later rows →
          </a>
        )}
      </nav>
    </>
  )
}
