import { type FaultCode, fieldName, type RowFault } from '@/lib/domain/import/faults'
import './import.css'

type Props = { id: string; faults: readonly RowFault[]; page: number }

export const FAULTS_ON_A_PAGE = 100

/** Every fault by row and column, with what stands there and how to mend it. */
export function FaultList({ id, faults, page }: Props) {
  const pages = Math.max(1, Math.ceil(faults.length / FAULTS_ON_A_PAGE))
  const first = (page - 1) * FAULTS_ON_A_PAGE
  return (
    <>
      <KindsOfFault faults={faults} />
      <p className="my-3">
        {/* A file, not a page: a link of Next would ask for it as a page. */}
        <a href={`/desk/imports/${id}/corrections`} className="control" download>
          Download the rows with faults
        </a>{' '}
        <span className="meta">CSV, with the faults beside each row; import it again when it is mended</span>
      </p>
      <ol className="import-faults" aria-label="Faults" start={first + 1}>
        {faults.slice(first, first + FAULTS_ON_A_PAGE).map((fault) => (
          <li key={`${fault.row} ${fault.field} ${fault.code} ${fault.text}`}>
            <span>
              <strong>Row {fault.row}</strong>
              <span className="meta block">{fault.column || fieldName(fault.field)}</span>
            </span>
            <span>
              <code className="meta">{fault.code}</code>
              {fault.value !== '' && (
                <bdi className="import-value block" dir="auto">
                  {fault.value}
                </bdi>
              )}
            </span>
            <span>
              {fault.text.charAt(0).toUpperCase() + fault.text.slice(1)}.{' '}
              <span className="text-muted">{fault.mend}</span>
            </span>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav aria-label="Pages of the faults" className="mt-4 flex gap-4">
          {page > 1 && (
            <a href={`/desk/imports/${id}?faults=${page - 1}`} className="quiet-link">
              ← Earlier rows
            </a>
          )}
          <span className="meta">
            Page {page} of {pages}
          </span>
          {page < pages && (
            <a href={`/desk/imports/${id}?faults=${page + 1}`} className="quiet-link">
              Later rows →
            </a>
          )}
        </nav>
      )}
    </>
  )
}

function KindsOfFault({ faults }: { faults: readonly RowFault[] }) {
  const kinds = new Map<FaultCode, number>()
  for (const { code } of faults) kinds.set(code, (kinds.get(code) ?? 0) + 1)
  const most = [...kinds].sort(([, a], [, b]) => b - a)
  return (
    <p className="meta">
      {most.map(([code, times], at) => (
        <span key={code}>
          {at > 0 && ' · '}
          <code>{code}</code> {times}
        </span>
      ))}
    </p>
  )
}
