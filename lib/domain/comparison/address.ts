// The state of the comparison table and its address. parseAddress and formatAddress are inverses, so every view can be
// shared, reloaded and gone back to. Anything in an address that is not understood is left out, never guessed at.
import { isStance, type Stance } from '@/lib/domain/stance/scale'
import { type Day, isDay } from '@/lib/domain/time/day'

export type SortKey = { key: string; descending: boolean }

export type ComparisonState = {
  /** The day shown; null for the latest. */
  on: Day | null
  /** The day at whose end the site said so; null for now. */
  known: Day | null
  /** Words that must all be found in the demand, proposition, summaries, terms or quotations. */
  words: string
  topics: string[]
  /** Parties that the filters by stance and by shift look at; empty for all. */
  parties: string[]
  stances: Stance[]
  movedSince: Day | null
  onRecordOnly: boolean
  /** Parties shown as columns, in this order; null for all in the order of the record. */
  columns: string[] | null
  /** First key first: demand, topic, shift, spread, entries, or a party's slug after "by-". Empty for the order of the record. */
  sort: SortKey[]
  grouped: boolean
  /** The cell whose story is open in the panel. */
  story: { demand: string; party: string } | null
}

export const INITIAL_STATE: ComparisonState = {
  on: null,
  known: null,
  words: '',
  topics: [],
  parties: [],
  stances: [],
  movedSince: null,
  onRecordOnly: false,
  columns: null,
  sort: [],
  grouped: false,
  story: null,
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST_WORDS = 200
const MOST_SORT_KEYS = 4

/**
 * The state that an address stands for. `path` such as "/ukraine/on/2025-12-14", with "/known/2026-01-31" behind it for what was known
 * then; `search` with or without its "?".
 */
export function parseAddress(path: string, search: string): ComparisonState {
  const query = new URLSearchParams(search)
  const list = (name: string) => [...new Set((query.get(name) ?? '').split(',').filter((text) => SLUG.test(text)))]
  const on = /\/on\/([^/]+)(\/known\/[^/]+)?\/?$/.exec(path)?.[1] ?? ''
  const known = /\/known\/([^/]+)\/?$/.exec(path)?.[1] ?? ''
  const moved = query.get('moved') ?? ''
  const columns = list('columns')
  return {
    on: isDay(on) ? on : null,
    known: isDay(known) ? known : null,
    words: (query.get('q') ?? '').slice(0, LONGEST_WORDS).toWellFormed(),
    topics: list('topic'),
    parties: list('party'),
    stances: list('stance').filter(isStance),
    movedSince: isDay(moved) ? moved : null,
    onRecordOnly: query.get('record') === 'only',
    columns: columns.length > 0 ? columns : null,
    sort: parseSort(query.get('sort') ?? ''),
    grouped: query.get('group') === 'topic',
    story: parseStory(query.get('story') ?? ''),
  }
}

/** The address of a state, below the base path of the negotiation ("/ukraine"; "/" for the front page). */
export function formatAddress(base: string, negotiation: string, state: ComparisonState): string {
  const path = state.on === null && state.known === null ? base : pathOf(negotiation, state)
  const parts = [
    ['q', encodeURIComponent(state.words).replace(/%20/g, '+')],
    ['topic', state.topics.join(',')],
    ['party', state.parties.join(',')],
    ['stance', state.stances.join(',')],
    ['moved', state.movedSince ?? ''],
    ['record', state.onRecordOnly ? 'only' : ''],
    ['columns', (state.columns ?? []).join(',')],
    ['sort', state.sort.map(({ key, descending }) => (descending ? `-${key}` : key)).join(',')],
    ['group', state.grouped ? 'topic' : ''],
    ['story', state.story ? `${state.story.demand}.${state.story.party}` : ''],
  ].filter(([, value]) => value !== '')
  return parts.length === 0 ? path : `${path}?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`
}

/** "/ukraine/on/2025-12-14/known/2026-01-31"; each of the two days only where it is given. */
export const pathOf = (negotiation: string, { on, known }: Pick<ComparisonState, 'on' | 'known'>): string =>
  `/${negotiation}${on ? `/on/${on}` : ''}${known ? `/known/${known}` : ''}`

function parseSort(text: string): SortKey[] {
  const keys = text.split(',').flatMap((part) => {
    const key = part.replace(/^-/, '')
    return SLUG.test(key) ? [{ key, descending: part.startsWith('-') }] : []
  })
  return keys.filter(({ key }, at) => keys.findIndex((other) => other.key === key) === at).slice(0, MOST_SORT_KEYS)
}

function parseStory(text: string): ComparisonState['story'] {
  const [demand = '', party = '', ...more] = text.split('.')
  return SLUG.test(demand) && SLUG.test(party) && more.length === 0 ? { demand, party } : null
}

/** How many filters are set; the columns, order and day are not filters. */
export const countFilters = (state: ComparisonState): number =>
  [
    state.words.trim(),
    state.topics.length,
    state.parties.length,
    state.stances.length,
    state.movedSince,
    state.onRecordOnly,
  ].filter(Boolean).length
