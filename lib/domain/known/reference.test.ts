// Reference data of then, put together from its states; and positions of then from the entries that readers saw.
import { describe, expect, test } from 'vitest'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { endOf, isKnowable, lastKnowable } from './day'
import { positionsOf } from './positions'
import { countsAsThen, isCalledAsThen, readReference, type State } from './reference'

const state = (kind: string, subject_id: number, said: Record<string, unknown>): State => ({
  ...{ kind, subject_id },
  said: { id: subject_id, ...said },
})
const party = (id: number, slug: string, more = {}) =>
  state('party', id, {
    slug,
    name: `The ${slug}`,
    short_name: slug,
    role: 'backer',
    note: null,
    ordinal: id,
    merged_into_id: null,
    ...more,
  })
const STATES: State[] = [
  state('negotiation', 1, { slug: 'talks', title: 'Talks', summary: 'About it.', started_on: '2024-01-01' }),
  party(2, 'second'),
  party(1, 'first', { ordinal: 9 }),
  party(3, 'third', { merged_into_id: 2 }),
  state('speaker', 4, {
    slug: 'envoy',
    name: 'Envoy',
    office: 'Office',
    party_id: 3,
    affiliation: null,
    ordinal: 1,
    merged_into_id: null,
  }),
  state('topic', 5, { slug: 'security', title: 'Security', ordinal: 1 }),
  state('demand', 6, {
    slug: 'pact',
    topic_id: 5,
    title: 'Pact',
    proposition: 'They sign it.',
    low_end: 'Never.',
    high_end: 'At once.',
    keywords: ['pact'],
    ordinal: 1,
    raised_by: [3, 2, 1],
  }),
  state('event', 7, {
    slug: 'round',
    title: 'Round',
    starts_on: '2024-02-01',
    ends_on: null,
    place: 'Here',
    kind: 'talks',
    participants: [1, 3],
    source_id: 9,
    ordinal: 1,
  }),
  state('source', 8, {
    slug: 'paper',
    kind: 'news',
    publisher: 'Paper',
    publisher_flag: 'state-media',
    title: 'T',
    title_basis: 'page',
    url: null,
    published_on: '2024-01-02',
    published_basis: 'page',
    language: 'en',
    grade: 'D',
    note: null,
    authors: null,
    archived_url: null,
    merged_into_id: null,
  }),
  state('source', 9, { slug: 'copy', publisher_flag: null, merged_into_id: 8 }),
]
const reference = readReference(STATES)
if (!reference) throw new Error('There is no negotiation.')
const withState = (changed: State) =>
  readReference(
    STATES.map((one) => (one.kind === changed.kind && one.subject_id === changed.subject_id ? changed : one)),
  )
const or = <T>(value: T | null): T => {
  if (value === null) throw new Error('There is no negotiation.')
  return value
}

test('what was merged stands in no list, and what names it names what stood for it', () => {
  const { overview } = reference
  expect(overview.parties.map(({ slug }) => slug)).toEqual(['second', 'first'])
  expect(overview.parties[0]).toEqual({
    slug: 'second',
    name: 'The second',
    shortName: 'second',
    role: 'backer',
    note: null,
  })
  expect(overview.demands).toEqual([
    {
      slug: 'pact',
      topic: 'security',
      title: 'Pact',
      proposition: 'They sign it.',
      raisedBy: ['second', 'first'],
      lowEnd: 'Never.',
      highEnd: 'At once.',
      keywords: ['pact'],
    },
  ])
  expect(overview.events).toEqual([
    {
      slug: 'round',
      title: 'Round',
      date: '2024-02-01',
      endDate: null,
      place: 'Here',
      participants: ['first', 'second'],
      kind: 'talks',
      source: 'paper',
    },
  ])
  expect(overview.speakers).toEqual([
    { slug: 'envoy', name: 'Envoy', office: 'Office', party: 'second', affiliation: null },
  ])
  expect(overview.topics).toEqual([{ slug: 'security', title: 'Security' }])
  expect(overview).toMatchObject({ slug: 'talks', title: 'Talks', summary: 'About it.', startedOn: '2024-01-01' })
  expect(reference.sources).toEqual([
    {
      slug: 'paper',
      kind: 'news',
      publisher: 'Paper',
      publisherFlag: 'state-media',
      title: 'T',
      titleBasis: 'page',
      url: null,
      published: '2024-01-02',
      publishedBasis: 'page',
      language: 'en',
      grade: 'D',
      note: null,
      authors: null,
      archivedUrl: null,
    },
  ])
})

test('rows of one place in the order in which they were made', () => {
  const both = or(withState(party(1, 'first', { ordinal: 2 })))
  expect(both.overview.parties.map(({ slug }) => slug)).toEqual(['first', 'second'])
})

test('ids lead to names of then, and names to all ids behind them', () => {
  expect(reference.slugOf('party', 3)).toBe('second')
  expect(reference.slugOf('party', 99)).toBeNull()
  expect(reference.slugOf('event', null)).toBeNull()
  expect(reference.idsOf('party', 'second').toSorted()).toEqual([2, 3])
  expect(reference.idsOf('party', 'third')).toEqual([])
  expect(reference.idsOf('demand', 'pact')).toEqual([6])
  // Merged into what is not known: it stands for itself.
  expect(or(withState(party(3, 'third', { merged_into_id: 99 }))).slugOf('party', 3)).toBe('third')
})

test('before there was a negotiation there is nothing', () => {
  expect(readReference(STATES.slice(1))).toBeNull()
  expect(readReference([])).toBeNull()
})

describe('what has become otherwise since', () => {
  const source = (more = {}) =>
    state('source', 8, { slug: 'paper', publisher_flag: 'state-media', merged_into_id: null, ...more })
  test.each<[string, State, boolean, boolean]>([
    ['nothing', party(2, 'second'), true, true],
    ['another name of a party', party(2, 'second', { name: 'Else' }), true, true],
    ['another address', party(2, 'other'), true, false],
    ['a merge undone', party(3, 'third'), false, false],
    ['a publisher that is none of the state', source({ publisher_flag: null }), false, true],
    ['a source that was merged', source({ merged_into_id: 9 }), false, false],
  ])('%s', (_, changed, counts, called) => {
    const now = or(withState(changed))
    expect(countsAsThen(reference, now)).toBe(counts)
    expect(isCalledAsThen(reference, now)).toBe(called)
  })

  test('what was not there yet makes no difference', () => {
    const now = or(readReference([...STATES, party(10, 'tenth')]))
    expect([countsAsThen(reference, now), isCalledAsThen(reference, now)]).toEqual([true, true])
    expect([countsAsThen(now, reference), isCalledAsThen(now, reference)]).toEqual([false, false])
  })
})

test('positions are those of the day, with their run and their latest shift, in the order of the table', () => {
  const entry = (
    id: string,
    party_: string,
    heldFrom: string,
    stance: string,
    attribution: string,
    kind: string | null = null,
  ) => ({
    ...{
      id,
      party: party_,
      demand: 'pact',
      heldFrom,
      datePrecision: 'day',
      stance,
      kind,
      salience: null,
      summary: id,
      terms: null,
    },
    ...{ ordinal: Number(id.slice(1)), revision: 1, event: null, publishedAt: '', firstPublishedAt: '' },
    shift: kind && { type: kind, basis: 'source', note: null },
    citations: [
      {
        source: 'paper',
        quote: 'q',
        prefix: 'p',
        suffix: 's',
        quoteKind: 'speaker',
        speaker: null,
        attribution,
        saidOn: null,
      },
    ],
  })
  const record = {
    demands: [{ slug: 'pact' }, { slug: 'empty' }],
    parties: [{ slug: 'second' }, { slug: 'first' }, { slug: 'silent' }],
    entries: [
      entry('e1', 'first', '2024-01-01', 'rejects', 'on-record'),
      entry('e2', 'first', '2024-02-01', 'accepts', 'reported', 'reversal'),
      entry('e3', 'first', '2024-03-01', 'accepts', 'reported', 'reaffirmation'),
      entry('e4', 'second', '2024-01-01', 'demands', 'on-record'),
      entry('e5', 'first', '2024-09-01', 'demands', 'on-record'),
    ],
  } as unknown as PublishedRecord
  const [second, first, ...none] = positionsOf(record, '2024-06-01', false)
  expect(none).toEqual([])
  expect(second).toMatchObject({
    party: 'second',
    entry: 'e4',
    stance: 'demands',
    value: 2,
    shift: { from: null, to: 'demands', kind: null, basis: null },
  })
  expect(first).toEqual({
    ...{ demand: 'pact', party: 'first', stance: 'accepts', value: 1, summary: 'e3', terms: null, salience: null },
    ...{ heldFrom: '2024-02-01', datePrecision: 'day', lastRestated: '2024-03-01', entry: 'e3' },
    citations: [
      { source: 'paper', quote: 'q', quoteKind: 'speaker', speaker: null, attribution: 'reported', saidOn: null },
    ],
    shift: { from: 'rejects', to: 'accepts', kind: 'reversal', basis: 'source', on: '2024-02-01' },
  })
  expect(positionsOf(record, '2024-06-01', true).map(({ entry: id }) => id)).toEqual(['e4', 'e1'])
  expect(positionsOf(record, '2023-12-31', false)).toEqual([])
})

test('a day can be asked about once it is over', () => {
  expect(isKnowable('2026-01-31', '2026-02-01')).toBe(true)
  expect(isKnowable('2026-02-01', '2026-02-01')).toBe(false)
  expect(isKnowable('2026-02-30', '2026-03-05')).toBe(false)
  expect(isKnowable('0001-01-01', '2026-03-05')).toBe(false)
  expect(lastKnowable('2026-03-01')).toBe('2026-02-28')
  expect(endOf('2026-01-31') < '2026-02-01' && endOf('2026-01-31') > '2026-01-31T23:59:59.999998Z').toBe(true)
})
