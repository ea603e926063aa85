// The events in order, each with what shifted from then until the next. Pure.
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { listMoves, type Move } from '@/lib/domain/shift/moves'
import { addDays, type Day } from '@/lib/domain/time/day'
import type { Event } from './schema'

export type EventStep = Omit<Event, 'participants' | 'source'> & {
  participants: { slug: string; name: string; place: number }[]
  source: { slug: string; publisher: string; title: string } | null
  /** Null for the latest. */
  next: string | null
  /** From its first day until the next event's, newest first; of very many the newest. */
  moves: Move[]
  /** How many there are in all. */
  shifts: number
  /** The last day before the next event's; null for the latest. */
  until: Day | null
}

export type EventsView = {
  negotiation: { slug: string; title: string }
  /** Newest first. */
  steps: EventStep[]
  /** What was recorded before the first event. */
  before: { moves: Move[]; shifts: number }
}

type Around = Pick<PublishedRecord, 'negotiation' | 'parties' | 'events'> & { sources: Attesting[] }
type Attesting = Pick<PublishedRecord['sources'][number], 'slug' | 'publisher' | 'title'>

export function buildEvents(record: PublishedRecord): EventsView {
  const events = inTime(record.events)
  const moves = listMoves(record)
  /** The event that a shift follows: of several on one day its own occasion, else the last of them. */
  const placeOf = (move: Move): number => {
    const last = events.findLastIndex(({ date }) => date <= move.heldFrom)
    const own = events.findIndex(({ slug, date }) => slug === move.event && date === events[last]?.date)
    return own >= 0 ? own : last
  }
  const places = moves.map(placeOf)
  return eventsOf(record, (at) => {
    const after = moves.filter((_, move) => places[move] === at)
    return { moves: after, shifts: after.length }
  })
}

/** The events with what shifted after each, wherever that comes from; −1 asks for what was before the first. */
export function eventsOf(record: Around, after: (at: number) => { moves: Move[]; shifts: number }): EventsView {
  const events = inTime(record.events)
  const sources = new Map(record.sources.map((source) => [source.slug, source]))
  const steps = events.map(({ participants, source, ...event }, at): EventStep => {
    const found = source === null ? undefined : sources.get(source)
    const next = events[at + 1]
    return {
      ...event,
      participants: record.parties.flatMap(({ slug, name }, place) =>
        participants.includes(slug) ? [{ slug, name, place }] : [],
      ),
      source: found ? { slug: found.slug, publisher: found.publisher, title: found.title } : null,
      next: next?.title ?? null,
      until: next ? (next.date === event.date ? event.date : addDays(next.date, -1)) : null,
      ...after(at),
    }
  })
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    steps: steps.reverse(),
    before: after(-1),
  }
}

const inTime = (events: readonly Event[]): Event[] =>
  [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
