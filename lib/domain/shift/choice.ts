// What a reader chooses of the table of shifts, its address, and the rows that fit. Pure.
import { fold } from '@/lib/domain/comparison/filter'
import { SCALE, STANCES } from '@/lib/domain/stance/scale'
import { type Day, isDay } from '@/lib/domain/time/day'
import { SHIFT_KINDS, type ShiftKind, shiftLabel } from './kinds'
import type { ShiftTable } from './table'

export const SHIFT_SORTS = ['on', 'party', 'demand', 'from', 'to', 'kind', 'speaker', 'sources'] as const
export type ShiftSort = (typeof SHIFT_SORTS)[number]

export type ShiftChoice = {
  /** Words that must all be in the party, demand, stances, kind or speaker. */
  words: string
  parties: string[]
  demands: string[]
  kinds: ShiftKind[]
  /** First and last day; null for no limit. */
  from: Day | null
  to: Day | null
  sort: ShiftSort
  descending: boolean
}

export const EVERY_SHIFT: ShiftChoice = {
  words: '',
  parties: [],
  demands: [],
  kinds: [],
  from: null,
  to: null,
  sort: 'on',
  descending: true,
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export function parseShiftChoice(search: string): ShiftChoice {
  const query = new URLSearchParams(search)
  const list = (name: string) => [...new Set((query.get(name) ?? '').split(',').filter((text) => SLUG.test(text)))]
  const day = (name: string) => (isDay(query.get(name) ?? '') ? query.get(name) : null)
  const sort = query.get('sort') ?? '-on'
  const key = SHIFT_SORTS.find((name) => name === sort.replace(/^-/, ''))
  return {
    words: (query.get('q') ?? '').slice(0, 200).toWellFormed(),
    parties: list('party'),
    demands: list('demand'),
    kinds: list('kind').filter((kind): kind is ShiftKind => (SHIFT_KINDS as readonly string[]).includes(kind)),
    from: day('from'),
    to: day('to'),
    sort: key ?? 'on',
    descending: key ? sort.startsWith('-') : true,
  }
}

/** The query of a choice, with its "?"; empty for every shift, newest first. */
export function formatShiftChoice(choice: ShiftChoice): string {
  const sort = `${choice.descending ? '-' : ''}${choice.sort}`
  const parts = [
    ['q', encodeURIComponent(choice.words).replace(/%20/g, '+')],
    ['party', choice.parties.join(',')],
    ['demand', choice.demands.join(',')],
    ['kind', choice.kinds.join(',')],
    ['from', choice.from ?? ''],
    ['to', choice.to ?? ''],
    ['sort', sort === '-on' ? '' : sort],
  ].filter(([, value]) => value !== '')
  return parts.length > 0 ? `?${parts.map(([name, value]) => `${name}=${value}`).join('&')}` : ''
}

/** The places of the rows that fit, in the order chosen. Rows that are equal stay newest first. */
export function chooseShifts(table: ShiftTable, choice: ShiftChoice): Uint32Array {
  const fits = fitting(table, choice)
  const places = new Uint32Array(table.entry.length)
  let count = 0
  for (let at = 0; at < places.length; at++) if (fits(at)) places[count++] = at
  const chosen = places.subarray(0, count)
  if (choice.sort === 'on') return choice.descending ? chosen : chosen.reverse()
  return byRank(chosen, ranking(table, choice.sort), choice.descending)
}

/**
 * Many rows of few ranks, each a small whole number from -1 up: counted, and then each put where the rows of its rank have come to.
 * In arrays of a fixed length, for one that grows to a hundred thousand is copied over and over.
 */
function byRank(chosen: Uint32Array, rankOf: (at: number) => number, descending: boolean): Uint32Array {
  const ranks = chosen.map((at) => rankOf(at) + 1)
  const most = ranks.reduce((highest, rank) => Math.max(highest, rank), 0)
  const places = descending ? ranks.map((rank) => most - rank) : ranks
  const next = new Uint32Array(most + 2)
  for (const place of places) next[place + 1] = (next[place + 1] ?? 0) + 1
  for (let place = 1; place < next.length; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0)
  const sorted = new Uint32Array(chosen.length)
  chosen.forEach((at, row) => {
    const place = places[row] ?? 0
    const to = next[place] ?? 0
    sorted[to] = at
    next[place] = to + 1
  })
  return sorted
}

function fitting(table: ShiftTable, choice: ShiftChoice): (at: number) => boolean {
  const places = (names: string[], list: { slug: string }[]) => {
    const known = names.flatMap((name) => list.findIndex(({ slug }) => slug === name)).filter((place) => place >= 0)
    return known.length > 0 ? new Set(known) : null
  }
  const parties = places(choice.parties, table.parties)
  const demands = places(choice.demands, table.demands)
  const kinds = choice.kinds.length > 0 ? new Set(choice.kinds.map((kind) => SHIFT_KINDS.indexOf(kind))) : null
  const words = fold(choice.words).split(/\s+/).filter(Boolean)
  // Each name is folded once, not once a row.
  const partyText = table.parties.map(({ name }) => fold(name))
  const demandText = table.demands.map(({ title }) => fold(title))
  const speakerText = table.speakers.map(fold)
  const kindText = SHIFT_KINDS.map(shiftLabel)
  const stanceText = STANCES.map((stance) => SCALE[stance].label.toLowerCase())
  return (at) => {
    const on = table.on[at] as Day
    if ((choice.from && on < choice.from) || (choice.to && on > choice.to)) return false
    if (parties && !parties.has(table.party[at] as number)) return false
    if (demands && !demands.has(table.demand[at] as number)) return false
    if (kinds && !kinds.has(table.kind[at] as number)) return false
    if (words.length === 0) return true
    return words.every(
      (word) =>
        partyText[table.party[at] as number]?.includes(word) ||
        demandText[table.demand[at] as number]?.includes(word) ||
        speakerText[table.speaker[at] as number]?.includes(word) ||
        kindText[table.kind[at] as number]?.includes(word) ||
        stanceText[table.from[at] as number]?.includes(word) ||
        stanceText[table.to[at] as number]?.includes(word),
    )
  }
}

/** A number for every row to sort by: names by their place in the alphabet, stances from rejects up, none below all. */
function ranking(table: ShiftTable, sort: ShiftSort): (at: number) => number {
  const alphabetical = (names: string[]) => {
    const order = names.map((name, at) => ({ name, at })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    const ranks: number[] = []
    for (const [rank, { at }] of order.entries()) ranks[at] = rank
    return ranks
  }
  const by = (places: number[], ranks: number[]) => (at: number) => ranks[places[at] ?? -1] ?? -1
  switch (sort) {
    case 'party':
      return by(table.party, alphabetical(table.parties.map(({ name }) => name)))
    case 'demand':
      return by(table.demand, alphabetical(table.demands.map(({ title }) => title)))
    case 'speaker':
      return by(table.speaker, alphabetical(table.speakers))
    case 'kind':
      return by(table.kind, alphabetical(SHIFT_KINDS.map(shiftLabel)))
    case 'from':
      return by(
        table.from,
        STANCES.map((stance) => (SCALE[stance].value ?? -3) + 4),
      )
    case 'to':
      return by(
        table.to,
        STANCES.map((stance) => (SCALE[stance].value ?? -3) + 4),
      )
    case 'sources':
      return (at) => table.sources[at] ?? -1
    default:
      return () => -1
  }
}
