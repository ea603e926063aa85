'use client'
import { COLUMNS, type Column, chooseRows, FIRST_CHOICE, shownIn } from '@/lib/domain/source/list'
import type { SourceRow } from '@/lib/domain/source/view'
import { formatDay } from '@/lib/domain/time/day'
import { SourceControls } from './source-controls'
import { useChoice } from './use-choice'
import './source.css'
import '@/components/ui/plain.css'

const HEADS: Record<Column, string> = {
  publisher: 'Publisher',
  title: 'Title',
  published: 'Date',
  kind: 'Kind',
  grade: 'Grade',
  label: 'Label',
  language: 'Language',
  entries: 'Entries',
}

/** All sources: a plain table as the server sends it, sorted and filtered in the browser. */
export function SourceTable({ rows }: { rows: SourceRow[] }) {
  const [choice, change] = useChoice()
  const shown = chooseRows(rows, choice)
  return (
    <>
      <SourceControls choice={choice} change={change} />
      <p className="meta" role="status">
        {shown.length === rows.length ? `${rows.length} sources` : `${shown.length} of ${rows.length} sources`}
      </p>
      <table className="plain-table folds source-table awaits-address mt-1">
        <caption className="sr-only">Sources</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const sorted = choice.sort === column
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sorted ? (choice.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className="sort-head"
                    onClick={() =>
                      change({ sort: column, descending: sorted ? !choice.descending : column === 'entries' })
                    }
                  >
                    {HEADS[column]}
                    <span aria-hidden="true" className="needs-js">
                      {sorted ? (choice.descending ? '▼' : '▲') : '↕'}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.slug} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && (
        <p className="py-6">
          No source fits.{' '}
          <button type="button" className="control" onClick={() => change(FIRST_CHOICE)}>
            Show all
          </button>
        </p>
      )}
    </>
  )
}

function Row({ row }: { row: SourceRow }) {
  return (
    <tr>
      <td>
        <bdi>{row.publisher}</bdi>
      </td>
      <th scope="row" className="font-normal [overflow-wrap:anywhere]">
        <a href={`/sources/${row.slug}`} className="quiet-link" lang={row.language}>
          <bdi>{row.title}</bdi>
        </a>
      </th>
      <td className="whitespace-nowrap">{row.published ? formatDay(row.published) : 'undated'}</td>
      <td>{shownIn(row, 'kind')}</td>
      <td>
        <span className="sm:sr-only">Grade </span>
        {row.grade}
      </td>
      <td>{shownIn(row, 'label')}</td>
      <td>{shownIn(row, 'language')}</td>
      <td>
        {row.entries}
        <span className="sm:sr-only"> {row.entries === 1 ? 'entry' : 'entries'}</span>
      </td>
    </tr>
  )
}
