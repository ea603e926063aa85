// The events in order, each with what shifted from then until the next. Pure.
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { listMoves, type Move } from '@/lib/domain/shift/moves'
import type { Event } from './schema'

export type EventStep = Omit<Event, 'participants' | 'source'> & {
  participants: { slug: string; name: string; place: number }[]
  source: { slug: string; publisher: string; title: string } | null
  /** Null for the latest. */
  next: string | null
  /** From its first day until the next event's, newest first. */
  moves: Move[]
}

export type EventsView = {
  negotiation: { slug: string; title: string }
  /** Newest first. */
  steps: EventStep[]
  /** What was recorded before the first event. */
  before: Move[]
}

export function buildEvents(record: PublishedRecord): EventsView {
  const events = [...record.events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const sources = new Map(record.sources.map((source) => [source.slug, source]))
  const moves = listMoves(record)
  /** The event that a shift follows: of several on one day its own occasion, else the last of them. */
  const placeOf = (move: Move): number => {
    const last = events.findLastIndex(({ date }) => date <= move.heldFrom)
    const own = events.findIndex(({ slug, date }) => slug === move.event && date === events[last]?.date)
    return own >= 0 ? own : last
  }
  const places = moves.map(placeOf)
  const after = (at: number) => moves.filter((_, move) => places[move] === at)
  const steps = events.map(({ participants, source, ...event }, at): EventStep => {
    const found = source === null ? undefined : sources.get(source)
    return {
      ...event,
      participants: record.parties.flatMap(({ slug, name }, place) =>
        participants.includes(slug) ? [{ slug, name, place }] : [],
      ),
      source: found ? { slug: found.slug, publisher: found.publisher, title: found.title } : null,
      next: events[at + 1]?.title ?? null,
      moves: after(at),
    }
  })
  return {
    negotiation: { slug: record.negotiation.slug, title: record.negotiation.title },
    steps: steps.reverse(),
    before: after(-1),
  }
}
