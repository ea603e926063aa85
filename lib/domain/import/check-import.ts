import 'server-only'
import type { Transaction } from '@/lib/db/write'
import type { CellEntry } from '@/lib/domain/draft/cell'
import type { DraftContent } from '@/lib/domain/draft/content'
import { issuesOf } from '@/lib/domain/draft/rules'
import { listRow } from '@/lib/domain/draft/surroundings'
import { entryOf } from '@/lib/domain/review/record-revision'
import { digestOf } from './digest'
import { entryOfGroup, type Said } from './entry-of-group'
import { shownValue } from './faults'
import { FIELDS } from './fields'
import { findPlaces } from './find-places'
import { pacer } from './giving-way'
import type { Ground } from './ground'
import { groupRows } from './group-rows'
import { loadGround } from './load-ground'
import type { Mapping } from './mapping'
import { movesOf } from './moves'
import { findPresent, type Present } from './recognise'
import type { ImportReport, Recognised } from './report'
import { checkSequence } from './sequence'
import type { Table } from './table'

/** An entry that is ready to become a draft. */
export type ReadyEntry = { row: number; key: string; digest: string; content: DraftContent }
export type Checked = { negotiationId: number; report: ImportReport; ready: ReadyEntry[] }

/** Checks every row against the record and against the others. Reads only; gives way to other requests while it works. */
export async function checkImport(
  db: Transaction,
  negotiation: string,
  table: Table,
  mapping: Mapping,
): Promise<Checked> {
  const pace = pacer()
  const groups = groupRows(table, mapping)
  const { id, ground } = await loadGround(db, negotiation, [
    ...new Set(groups.flatMap(({ rows }) => rows.map(({ values }) => values.source))),
  ])
  const said: Said[] = []
  for (const group of groups) {
    said.push(entryOfGroup(group, ground))
    await pace()
  }
  await findPlaces(db, said, pace)
  for (const one of said) {
    one.content.citations = one.citations.map(({ citation }) => citation)
    if (one.faults.length === 0) checkWhole(one, ground)
    await pace()
  }
  const digests = new Map<Said, string>()
  for (const one of said) if (one.faults.length === 0) digests.set(one, digestOf(one.content))
  const recognised = await recogniseAll(db, id, digests)
  const demands = [...new Set(said.map(({ content }) => content.demand).filter((demand) => demand !== ''))].sort()
  const record: (CellEntry & { demand: string })[] = []
  for (const demand of demands) {
    for (const entry of await listRow(db, id, demand)) record.push({ ...entry, demand })
    await pace()
  }
  // What the record holds stands there already, and of an entry that is written twice only the first counts.
  const isElsewhere = (one: Said) =>
    recognised.get(one)?.as === 'entry' || one.faults.some(({ code }) => code === 'row-twice')
  checkSequence(
    said.filter((one) => !isElsewhere(one)),
    record,
    (one) => !recognised.has(one),
  )
  const ready = said.filter((one) => one.faults.length === 0 && !recognised.has(one))
  return {
    negotiationId: id,
    report: {
      rows: table.rows.length,
      entries: said.length,
      ready: ready.length,
      faulty: said.filter(({ faults }) => faults.length > 0).length,
      faults: inOrderOfRows(said, mapping),
      recognised: [...recognised.values()].sort((a, b) => a.row - b.row),
      moves: movesOf(
        ready.map(({ content }) => content),
        record,
        ground.today,
      ),
    },
    ready: ready.map((one) => ({
      row: one.rows[0] as number,
      key: one.key,
      digest: digests.get(one) as string,
      content: one.content,
    })),
  }
}

/** What the checks of a cell let pass and a review would not: none is known, and none may become a draft that cannot be sent. */
function checkWhole(one: Said, ground: Ground): void {
  const { party, demand, event, citations } = one.content
  const around = {
    ...ground,
    cell: [],
    parties: [party],
    demands: [demand],
    events: [event],
    speakers: citations.map(({ speaker }) => speaker),
  }
  const issues = issuesOf({ ...one.content, shiftType: '', shiftNote: '' }, around).map(({ text }) => text)
  try {
    entryOf('import', one.content)
  } catch (error) {
    issues.push((error as { faults?: { text: string }[] }).faults?.[0]?.text ?? 'The entry is not whole.')
  }
  if (issues[0])
    one.faults.push({
      row: one.rows[0] as number,
      field: 'row',
      column: '',
      code: 'not-ready',
      value: '',
      text: shownValue(issues[0]),
      mend: 'Correct the row.',
    })
}

/** By key or content; a key that stands for something else, and the same entry twice in the file, are faults. */
async function recogniseAll(
  db: Transaction,
  negotiationId: number,
  digests: ReadonlyMap<Said, string>,
): Promise<Map<Said, Recognised>> {
  const wanted = [...digests].map(([{ key, content }, digest]) => ({ key, digest, content }))
  const { byKey, byDigest } = await findPresent(db, negotiationId, wanted)
  const recognised = new Map<Said, Recognised>()
  const seen = new Map<string, number>()
  for (const [one, digest] of digests) {
    const row = one.rows[0] as number
    const fault = { row, column: '', value: shownValue(one.key) }
    const earlier = seen.get(digest)
    const sameKey: Present | undefined = one.key === '' ? undefined : byKey.get(one.key)
    const same = byDigest.get(digest)
    if (earlier !== undefined)
      one.faults.push({
        ...fault,
        field: 'row',
        code: 'row-twice',
        value: '',
        text: `the same entry stands in row ${earlier}`,
        mend: 'Take one of the two out.',
      })
    else if (same)
      recognised.set(one, { row, as: same.as, id: same.id, by: sameKey?.digest === digest ? 'key' : 'content' })
    else if (sameKey)
      one.faults.push({
        ...fault,
        field: 'key',
        code: 'key-taken',
        text: `this key was imported before with other content (${sameKey.as} ${sameKey.id})`,
        mend: 'Change that one at the desk, or give this row another key.',
      })
    if (earlier === undefined) seen.set(digest, row)
  }
  return recognised
}

function inOrderOfRows(said: readonly Said[], mapping: Mapping): ImportReport['faults'] {
  const place = new Map<string, number>([...FIELDS, 'row'].map((field, at) => [field, at]))
  return said
    .flatMap(({ faults }) => faults)
    .map((fault) => ({ ...fault, column: fault.field === 'row' ? '' : (mapping[fault.field] ?? '') }))
    .sort((a, b) => a.row - b.row || (place.get(a.field) as number) - (place.get(b.field) as number))
}
