// Checks what a file remembers: former addresses, merges, and the wordings that entries were coded under. Pure.
import type { Names, Rows } from './check'
import { type Fault, jsonPath } from './fault'

export function checkMemory(rows: Rows, names: Names, faults: Fault[]): void {
  const lists = ['parties', 'speakers', 'topics', 'demands', 'events', 'sources'] as const
  for (const list of lists) {
    const seen = new Set<string>()
    for (const { at, row } of rows[list])
      for (const [number, former] of (row.formerly ?? []).entries()) {
        if (names[list].has(former) || seen.has(former))
          faults.push({
            path: jsonPath([list, at, 'formerly', number]),
            value: former,
            problem: `is the name of another row of ${list} too: an address leads to one`,
          })
        seen.add(former)
      }
  }
  for (const list of ['parties', 'speakers', 'sources'] as const) checkMerges(list, rows, names, faults)
  const wordings = new Map(rows.demands.map(({ row }) => [row.slug, row.wordings?.length ?? 1]))
  for (const { at, row } of rows.entries) {
    const count = wordings.get(row.demand)
    if (row.wording !== undefined && count !== undefined && row.wording >= count)
      faults.push({
        path: jsonPath(['entries', at, 'wording']),
        value: row.wording,
        problem: `is no earlier wording of the demand, which has ${count}: leave it out`,
      })
  }
}

function checkMerges(list: 'parties' | 'speakers' | 'sources', rows: Rows, names: Names, faults: Fault[]): void {
  const merged = new Set(rows[list].flatMap(({ row }) => (row.mergedInto ? [row.slug] : [])))
  for (const { at, row } of rows[list]) {
    const into = row.mergedInto
    if (into === undefined) continue
    const problem = !names[list].has(into)
      ? `is not among the ${list} of this file: add it there or correct it`
      : merged.has(into)
        ? 'is itself merged into another: name the one that stands for both'
        : null
    if (problem) faults.push({ path: jsonPath([list, at, 'mergedInto']), value: into, problem })
  }
}
