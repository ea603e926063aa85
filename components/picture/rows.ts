// From a record to what a picture shows. Pure.
import { figuresOf } from '@/lib/domain/comparison/filter'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { buildStory } from '@/lib/domain/story/build'
import { type Day, formatHeldFrom } from '@/lib/domain/time/day'
import type { PictureView } from './picture'

const MOST_ROWS = 5
const MOST_PARTIES = 4

/** The demands that shifted last, with the stance of each party. */
export function pictureOfNegotiation(view: ComparisonView): PictureView {
  const parties = view.parties.slice(0, MOST_PARTIES)
  const slugs = parties.map(({ slug }) => slug)
  return {
    over: 'Who wants what, since when, and who says so',
    title: view.negotiation.title,
    under: '',
    heads: parties.map(({ shortName }, place) => ({ name: shortName, place })),
    rows: byLatest(view.demands, (row) => figuresOf(row, slugs, false).shift?.on)
      .slice(0, MOST_ROWS + 2)
      .map((row) => ({
        label: row.title,
        note: '',
        place: null,
        stances: slugs.map((slug, place) => ({ place, stance: row.cells[slug]?.position?.stance ?? null })),
      })),
  }
}

export function pictureOfDemand(view: ComparisonView, slug: string): PictureView | null {
  const row = view.demands.find((demand) => demand.slug === slug)
  if (!row) return null
  return {
    over: view.negotiation.title,
    title: row.title,
    under: `“${row.proposition}”`,
    heads: [],
    rows: view.parties.slice(0, MOST_ROWS).map(({ slug: party, shortName }, place) => {
      const position = row.cells[party]?.position ?? null
      return {
        label: shortName,
        note: position?.summary ?? '',
        place,
        stances: [{ place, stance: position?.stance ?? null }],
      }
    }),
  }
}

/** The demands on which the party shifted last. */
export function pictureOfParty(view: ComparisonView, slug: string): PictureView | null {
  const party = view.parties.find((candidate) => candidate.slug === slug)
  if (!party) return null
  const rows = view.demands.filter((row) => row.cells[slug]?.position)
  return {
    over: view.negotiation.title,
    title: party.name,
    under: '',
    heads: [],
    rows: byLatest(rows, (row) => row.cells[slug]?.position?.shift.on)
      .slice(0, MOST_ROWS)
      .map((row) => {
        const position = row.cells[slug]?.position ?? null
        return {
          label: row.title,
          note: position?.summary ?? '',
          place: null,
          stances: [{ place: 0, stance: position?.stance ?? null }],
        }
      }),
  }
}

export function pictureOfEntry(record: PublishedRecord, id: string, today: Day): PictureView | null {
  const place = record.entries.find((entry) => entry.id === id)
  const story = place && buildStory(record, place.demand, place.party, today)
  const entry = story?.entries.find((candidate) => candidate.id === id)
  if (!story || !entry) return null
  return {
    over: record.negotiation.title,
    title: `${story.party.shortName} on ${story.demand.title}`,
    under: `“${story.demand.proposition}”`,
    heads: [],
    rows: story.entries.slice(story.entries.indexOf(entry), story.entries.indexOf(entry) + 3).map((held) => ({
      label: formatHeldFrom(held.heldFrom, held.datePrecision),
      note: held.summary,
      place: null,
      stances: [{ place: 0, stance: held.stance }],
    })),
  }
}

function byLatest(rows: DemandRow[], shiftOf: (row: DemandRow) => Day | undefined): DemandRow[] {
  return rows.toSorted((a, b) => ((shiftOf(a) ?? '') < (shiftOf(b) ?? '') ? 1 : -1))
}
