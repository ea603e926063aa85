// The rows of entries with faults, each with what is wrong beside it: mended, it can be imported as it is. Pure.
import { faultSentence } from './faults'
import { groupRows } from './group-rows'
import type { Mapping } from './mapping'
import { isOurs } from './our-columns'
import type { ImportReport } from './report'
import type { Table } from './table'

type Corrections = { table: Table; mapping: Mapping; report: Pick<ImportReport, 'faults'> }

/** Names that no column of the file has, so that the next import passes these two over. */
const free = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? free(`${name} (Parley)`, taken) : name

export function correctionLines({ table, mapping, report }: Corrections): string[][] {
  const wrong = new Map<number, string[]>()
  for (const fault of report.faults)
    wrong.set(fault.row, [...(wrong.get(fault.row) ?? []), `[${fault.code}] ${faultSentence(fault)}`])
  // An entry is mended whole: all of its rows, also those without a fault of their own.
  const rows = new Set(
    groupRows(table, mapping)
      .filter((group) => group.rows.some(({ number }) => wrong.has(number)))
      .flatMap((group) => group.rows.map(({ number }) => number)),
  )
  const known = table.columns.filter((name) => !isOurs(name))
  const places = known.map((name) => table.columns.indexOf(name))
  const columns = [...known, free('Faults', known), free('Row in the file', known)]
  return [
    columns,
    ...table.rows
      .filter(({ number }) => rows.has(number))
      .map(({ number, cells }) => [
        ...places.map((at) => (cells[at] ?? '').toWellFormed().replaceAll('\0', '')),
        (wrong.get(number) ?? []).join('\n'),
        String(number),
      ]),
  ]
}
