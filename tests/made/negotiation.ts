// Negotiations that exist only in tests: of any size, with every stance and kind of shift, true to every rule of the format.
import type { Dataset } from '@/lib/domain/dataset/schema'
import type { Entry } from '@/lib/domain/entry/schema'
import { allowedKinds } from '@/lib/domain/shift/rules'
import { STANCES, type Stance } from '@/lib/domain/stance/scale'
import { addDays } from '@/lib/domain/time/day'

type Size = { parties: number; demands: number; entries: number; slug?: string; seed?: number }

const START = '2021-01-01'
const DAYS = 1900

export function makeNegotiation({ parties, demands, entries, slug = 'made', seed = 1 }: Size): Dataset {
  const random = randomFrom(seed)
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value
  const count = <Value>(length: number, make: (at: number) => Value) => Array.from({ length }, (_, at) => make(at))

  const words = count(40, (at) => `Made statement ${at + 1} on this matter`)
  const sources = count(Math.max(1, Math.ceil(entries / 10)), (at) => ({
    slug: `${slug}-source-${at + 1}`,
    kind: 'news' as const,
    publisher: `Made Gazette ${(at % 12) + 1}`,
    publisherFlag: at % 9 === 0 ? ('state-media' as const) : null,
    title: `Made report ${at + 1}`,
    titleBasis: 'page' as const,
    url: `https://example.org/${slug}/${at + 1}`,
    published: addDays(START, at % DAYS),
    publishedBasis: 'page',
    language: 'en',
    grade: pick(['B', 'C', 'D'] as const),
    excerpt: words.slice(at % 30, (at % 30) + 10).join('. '),
    note: null,
  }))
  const place = (party: number) => `party-${party + 1}`
  const days = count(entries, () => Math.floor(random() * DAYS)).sort((a, b) => a - b)
  const last = new Map<string, { stance: Stance; terms: string | null }>()
  const list = days.map((day, at): Entry => {
    const party = place(Math.floor(random() * parties))
    const demand = `demand-${Math.floor(random() * demands) + 1}`
    const before = last.get(`${party} ${demand}`)
    const stance = pick(STANCES)
    const terms = stance === 'conditional' ? `On made terms, version ${at + 1}.` : null
    const kind = pick(allowedKinds(before?.stance ?? null, stance, before !== undefined && before.terms !== terms))
    last.set(`${party} ${demand}`, { stance, terms })
    const source = sources[at % sources.length] as (typeof sources)[number]
    return {
      id: `${slug}-${at + 1}`,
      party,
      demand,
      heldFrom: addDays(START, day),
      datePrecision: 'day',
      stance,
      salience: pick([null, null, null, 'high', 'red-line'] as const),
      summary: `Made position ${at + 1}, stated in public and kept short.`,
      terms,
      shift: kind && { type: kind, basis: pick(['coder', 'source'] as const), note: null },
      event: null,
      citations: [
        {
          source: source.slug,
          quote: source.excerpt.slice(0, 24),
          quoteKind: 'speaker',
          speaker: `speaker-${party.slice(6)}`,
          attribution: pick(['on-record', 'reported', 'official-document'] as const),
          saidOn: addDays(START, day),
        },
      ],
    }
  })
  return {
    format: 'position-tracker/1',
    negotiation: {
      slug,
      title: `Made negotiation ${slug}`,
      summary: 'A negotiation that exists only in tests.',
      startedOn: START,
    },
    parties: count(parties, (at) => ({
      slug: place(at),
      name: `Republic of Party ${at + 1}`,
      shortName: `Party ${at + 1}`,
      role: at < 2 ? ('belligerent' as const) : ('backer' as const),
      note: null,
    })),
    speakers: count(parties, (at) => ({
      slug: `speaker-${at + 1}`,
      name: `Speaker ${at + 1}`,
      office: 'Foreign Minister',
      party: place(at),
      affiliation: null,
    })),
    topics: count(5, (at) => ({ slug: `topic-${at + 1}`, title: `Topic ${at + 1}` })),
    demands: count(demands, (at) => ({
      slug: `demand-${at + 1}`,
      topic: `topic-${(at % 5) + 1}`,
      title: `Made demand number ${at + 1}`,
      proposition: `The parties agree on made matter number ${at + 1}.`,
      raisedBy: [place(at % parties)],
      lowEnd: 'Refuses it.',
      highEnd: 'Insists on it.',
      keywords: ['made'],
    })),
    events: [
      {
        slug: 'made-talks',
        title: 'Made talks',
        date: addDays(START, 900),
        endDate: addDays(START, 902),
        place: 'Nowhere',
        participants: [place(0)],
        kind: 'talks',
        source: null,
      },
    ],
    sources,
    entries: list,
  }
}

/** The same numbers for the same seed (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
