'use client'
import { useMemo, useState } from 'react'
import { useHydrated } from '@/components/ui/use-location'
import { COLUMNS, type Column, chooseRows, FIRST_CHOICE } from '@/lib/domain/source/list'
import type { SourceRow } from '@/lib/domain/source/view'
import { SourceControls } from './source-controls'
import { SourceRowLine } from './source-row-line'
import { useAllSources } from './use-all-sources'
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

type Props = {
  negotiation: string
  /** The newest sources, or all where they are not very many. */
  first: SourceRow[]
  /** How many there are in all. */
  total: number
}

/** So many rows are drawn at first, and so many more when asked for. */
const AT_ONCE = 500

/** All sources: a plain table as the server sends it, sorted and filtered in the browser. */
export function SourceTable({ negotiation, first, total }: Props) {
  const [choice, change] = useChoice()
  const hydrated = useHydrated()
  const [most, setMost] = useState(AT_ONCE)
  const { rows, failed } = useAllSources(negotiation, first, total)
  const shown = useMemo(() => chooseRows(rows, choice), [rows, choice])
  return (
    <fieldset role="presentation" disabled={!hydrated} className={hydrated ? 'min-w-0' : 'min-w-0 awaits-address'}>
      <SourceControls choice={choice} change={change} />
      <p className="meta" role="status">
        {failed ?? (rows.length < total ? `loading ${inWords(total)} sources…` : countOf(shown.length, total))}
      </p>
      <table className="plain-table folds source-table mt-1">
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
          {shown.slice(0, most).map((row) => (
            <SourceRowLine key={row.slug} row={row} />
          ))}
        </tbody>
      </table>
      {shown.length > most && (
        <p className="needs-js py-4">
          <button type="button" className="control" onClick={() => setMost(most + AT_ONCE)}>
            Show {inWords(Math.min(AT_ONCE, shown.length - most))} more of {inWords(shown.length)}
          </button>
        </p>
      )}
      {shown.length === 0 && (
        <p className="py-6">
          No source fits.{' '}
          <button type="button" className="control" onClick={() => change(FIRST_CHOICE)}>
            Show all
          </button>
        </p>
      )}
    </fieldset>
  )
}

const inWords = (count: number) => count.toLocaleString('en-GB')

const countOf = (shown: number, total: number) =>
  shown === total ? `${inWords(total)} sources` : `${inWords(shown)} of ${inWords(total)} sources`
