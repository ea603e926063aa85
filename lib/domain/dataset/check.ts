// Checks a whole file before anything is written, and reports every fault at once.
import { z } from 'zod'
import { anchorOf } from '@/lib/domain/citation/rules'
import type { Entry } from '@/lib/domain/entry/schema'
import { inOrder } from '@/lib/domain/position/rules'
import { shiftLabel } from '@/lib/domain/shift/kinds'
import { allowedKinds } from '@/lib/domain/shift/rules'
import { day } from '@/lib/domain/text/schema'
import { type Day, today } from '@/lib/domain/time/day'
import { checkKeys } from './check-keys'
import { checkMemory } from './check-memory'
import { type Fault, faultsOf, jsonPath } from './fault'
import { negotiationRow, ROWS } from './rows'
import { type Dataset, FORMAT } from './schema'

export type Checked = { ok: true; dataset: Dataset } | { ok: false; faults: Fault[] }

const LISTS = ROWS
type ListName = keyof typeof LISTS

// Rows that pass their own schema, with their place in the file. Rows that do not are reported and left out of further checks.
export type Rows = { [Name in ListName]: { at: number; row: z.infer<(typeof LISTS)[Name]> }[] }
// Every name that a row of the file goes by, also of faulty rows, so that one fault is not reported a second time as a dead reference.
export type Names = Record<ListName, Set<string>>
// Stands among the names of a list for a row whose name cannot be read; no slug and no id can be empty.
const UNNAMED = ''

/** Text of a file to a checked dataset, or all its faults. Pure: reads no database. */
export function checkDataset(text: string, now: Day = today()): Checked {
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return {
      ok: false,
      faults: [{ path: '(whole file)', value: text.slice(0, 40), problem: `is not JSON: ${(error as Error).message}` }],
    }
  }
  const keys = checkKeys(text)
  if (keys.length > 0) return { ok: false, faults: keys }
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    return {
      ok: false,
      faults: [
        {
          path: '(whole file)',
          value: file,
          problem: `is not a dataset: an object with "format": "${FORMAT}" is wanted`,
        },
      ],
    }
  }
  const faults: Fault[] = []
  const content = file as Record<string, unknown>
  checkTop(content, faults)
  const { rows, names } = readLists(content, faults)
  const negotiation = negotiationRow.safeParse(content.negotiation)
  if (!negotiation.success) faults.push(...faultsOf(negotiation.error, content.negotiation, ['negotiation']))

  checkReferences(rows, names, faults)
  checkDays(rows, startedOnOf(content.negotiation), now, faults)
  checkCitations(rows, faults)
  checkMemory(rows, names, faults)
  checkShifts(rows, demandsInDoubt(content.entries, faults), faults)
  if (faults.length > 0 || !negotiation.success) return { ok: false, faults }
  // As the schemas read them: fields in the order of the format, whatever their order in the file.
  const lists = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.map(({ row }) => row)]))
  return { ok: true, dataset: { format: FORMAT, negotiation: negotiation.data, ...lists } as Dataset }
}

function checkTop(content: Record<string, unknown>, faults: Fault[]) {
  const top = z.strictObject({
    format: z.literal(FORMAT),
    negotiation: z.unknown(),
    ...(Object.fromEntries(Object.keys(LISTS).map((name) => [name, z.array(z.unknown())])) as Record<
      ListName,
      z.ZodArray<z.ZodUnknown>
    >),
  })
  const parsed = top.safeParse(content)
  if (!parsed.success) faults.push(...faultsOf(parsed.error, content))
}

function readLists(content: Record<string, unknown>, faults: Fault[]): { rows: Rows; names: Names } {
  const rows = {} as Record<ListName, { at: number; row: unknown }[]>
  const names = {} as Names
  for (const [name, schema] of Object.entries(LISTS) as [ListName, z.ZodType][]) {
    rows[name] = []
    names[name] = new Set()
    const list = Array.isArray(content[name]) ? (content[name] as unknown[]) : []
    for (const [at, row] of list.entries()) {
      const parsed = schema.safeParse(row)
      if (parsed.success) rows[name].push({ at, row: parsed.data })
      else faults.push(...faultsOf(parsed.error, row, [name, at]))
      const key = name === 'entries' ? 'id' : 'slug'
      const given = (row as Record<string, unknown> | null)?.[key]
      if (typeof given !== 'string') {
        names[name].add(UNNAMED)
        continue
      }
      if (names[name].has(given)) {
        faults.push({
          path: jsonPath([name, at, key]),
          value: given,
          problem: `stands twice in ${name}: give each its own`,
        })
      }
      names[name].add(given)
    }
  }
  return { rows: rows as Rows, names }
}

function checkReferences(rows: Rows, names: Names, faults: Fault[]) {
  const refer = (path: PropertyKey[], value: string | null, list: ListName) => {
    // A row without a readable name is reported where it stands; who meant it is not to be blamed as well.
    if (value !== null && !names[list].has(value) && !names[list].has(UNNAMED)) {
      faults.push({
        path: jsonPath(path),
        value,
        problem: `is not among the ${list} of this file: add it there or correct it`,
      })
    }
  }
  const referAll = (path: PropertyKey[], values: string[], list: ListName) => {
    for (const [at, value] of values.entries()) {
      refer([...path, at], value, list)
      if (values.indexOf(value) < at)
        faults.push({ path: jsonPath([...path, at]), value, problem: 'stands twice in this list: take one out' })
    }
  }
  for (const { at, row } of rows.speakers) refer(['speakers', at, 'party'], row.party, 'parties')
  for (const { at, row } of rows.demands) {
    refer(['demands', at, 'topic'], row.topic, 'topics')
    referAll(['demands', at, 'raisedBy'], row.raisedBy, 'parties')
  }
  for (const { at, row } of rows.events) {
    referAll(['events', at, 'participants'], row.participants, 'parties')
    refer(['events', at, 'source'], row.source, 'sources')
  }
  for (const { at, row } of rows.entries) {
    refer(['entries', at, 'party'], row.party, 'parties')
    refer(['entries', at, 'demand'], row.demand, 'demands')
    refer(['entries', at, 'event'], row.event, 'events')
    for (const [number, citation] of row.citations.entries()) {
      refer(['entries', at, 'citations', number, 'source'], citation.source, 'sources')
      refer(['entries', at, 'citations', number, 'speaker'], citation.speaker, 'speakers')
    }
  }
}

/** The first day, also where something else is wrong with the negotiation. */
function startedOnOf(negotiation: unknown): Day | null {
  return z.object({ startedOn: day }).safeParse(negotiation).data?.startedOn ?? null
}

function checkDays(rows: Rows, startedOn: Day | null, now: Day, faults: Fault[]) {
  const past = (path: PropertyKey[], value: Day | null) => {
    if (value !== null && value > now)
      faults.push({ path: jsonPath(path), value, problem: 'lies in the future: correct the day' })
  }
  for (const { at, row } of rows.events) {
    if (row.endDate !== null && row.endDate < row.date) {
      faults.push({
        path: jsonPath(['events', at, 'endDate']),
        value: row.endDate,
        problem: `is before the event begins (${row.date}): correct one of the two`,
      })
    }
  }
  for (const { at, row } of rows.sources) past(['sources', at, 'published'], row.published)
  for (const { at, row } of rows.entries) {
    past(['entries', at, 'heldFrom'], row.heldFrom)
    if (startedOn !== null && row.heldFrom < startedOn) {
      faults.push({
        path: jsonPath(['entries', at, 'heldFrom']),
        value: row.heldFrom,
        problem: `is before the negotiation began (${startedOn}): correct the day or negotiation.startedOn`,
      })
    }
    for (const [number, citation] of row.citations.entries())
      past(['entries', at, 'citations', number, 'saidOn'], citation.saidOn)
  }
}

function checkCitations(rows: Rows, faults: Fault[]) {
  const excerpts = new Map(rows.sources.map(({ row }) => [row.slug, row.excerpt]))
  for (const { at, row } of rows.entries) {
    if (row.stance === 'conditional' && row.terms === null) {
      faults.push({
        path: jsonPath(['entries', at, 'terms']),
        value: null,
        problem: 'is missing: a conditional stance names its terms',
      })
    }
    for (const [number, { quote, source }] of row.citations.entries()) {
      const excerpt = excerpts.get(source)
      if (excerpt !== undefined && !anchorOf(quote, excerpt)) {
        faults.push({
          path: jsonPath(['entries', at, 'citations', number, 'quote']),
          value: quote,
          problem: `is not in the excerpt of source "${source}": copy the words from there, character for character`,
        })
      }
    }
  }
}

/**
 * Demands of which an entry has a fault: their order of entries is not known, so a shift that seems not to fit may be right.
 * A faulty entry whose demand cannot be read puts all in doubt.
 */
function demandsInDoubt(entries: unknown, faults: Fault[]): (demand: string) => boolean {
  const faulty = new Set(faults.flatMap(({ path }) => /^entries\[(\d+)\]/.exec(path)?.[1] ?? []))
  const demands = [...faulty].map((at) => (entries as Record<string, unknown>[])[Number(at)]?.demand)
  const all = demands.some((demand) => typeof demand !== 'string')
  return (demand) => all || demands.includes(demand)
}

function checkShifts(rows: Rows, inDoubt: (demand: string) => boolean, faults: Fault[]) {
  // What was said of a party that was merged since was said before its entries and the others' stood in one line.
  const merged = new Set(rows.parties.flatMap(({ row }) => (row.mergedInto ? [row.slug, row.mergedInto] : [])))
  const cells = new Map<string, (Entry & { at: number; ordinal: number; kind: null })[]>()
  for (const { at, row } of rows.entries) {
    if (inDoubt(row.demand) || merged.has(row.party)) continue
    const cell = `${row.party} ${row.demand}`
    cells.set(cell, [...(cells.get(cell) ?? []), { ...row, at, ordinal: at, kind: null }])
  }
  for (const entries of cells.values()) {
    const ordered = inOrder(entries)
    for (const [place, entry] of ordered.entries()) {
      const previous = ordered[place - 1]
      const allowed = allowedKinds(
        previous?.stance ?? null,
        entry.stance,
        previous !== undefined && previous.terms !== entry.terms,
      )
      if (allowed.includes(entry.shift?.type ?? null)) continue
      const movement = previous
        ? `${previous.stance} (${previous.id}) to ${entry.stance}`
        : 'nothing earlier in the file'
      const words = allowed.map((kind) => (kind ? `"${kind}" (${shiftLabel(kind)})` : 'null')).join(', ')
      faults.push({
        path: jsonPath(['entries', entry.at, 'shift']),
        value: entry.shift?.type ?? null,
        problem: `does not fit the movement from ${movement}: write ${words}`,
      })
    }
  }
}
