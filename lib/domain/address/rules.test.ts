// Which parts of an address are names that may have changed, and the address with others in their place.
import { describe, expect, test } from 'vitest'
import { type NameAt, namesIn, withNames } from './rules'

const names = (address: string) => {
  const url = new URL(address, 'http://parley.test')
  const parts = url.pathname.split('/').filter(Boolean)
  return { parts, query: url.searchParams, found: namesIn(parts, url.searchParams) }
}
const words = (address: string) => names(address).found.map(({ kind, slug, at }) => `${at} ${kind} ${slug}`)

test.each<[string, string[]]>([
  ['/ukraine', ['0 negotiation ukraine']],
  ['/ukraine/nato', ['0 negotiation ukraine', '1 demand nato']],
  ['/ukraine/nato/russia', ['0 negotiation ukraine', '1 demand nato', '2 party russia']],
  ['/ukraine/nato/russia/known/2026-01-31', ['0 negotiation ukraine', '1 demand nato', '2 party russia']],
  ['/ukraine/party/russia', ['0 negotiation ukraine', '2 party russia']],
  ['/ukraine/on/2025-12-14', ['0 negotiation ukraine']],
  ['/ukraine/known/2026-01-31', ['0 negotiation ukraine']],
  ['/ukraine/shifts/2025-12', ['0 negotiation ukraine']],
  ['/ukraine/events', ['0 negotiation ukraine']],
  ['/ukraine/sources/1', ['0 negotiation ukraine']],
  ['/sources/paper', ['1 source paper']],
  ['/feeds/ukraine.atom', ['1 negotiation ukraine']],
  ['/feeds/ukraine/party/russia.json', ['1 negotiation ukraine', '3 party russia']],
  ['/feeds/ukraine/demand/nato.atom', ['1 negotiation ukraine', '3 demand nato']],
  ['/embed/ukraine/nato', ['1 negotiation ukraine', '2 demand nato']],
  ['/picture/ukraine/party/russia', ['1 negotiation ukraine', '3 party russia']],
  ['/picture/e/e001', []],
  ['/api/v1/sources/paper', ['3 source paper']],
  ['/api/v1/negotiations/ukraine/positions', ['3 negotiation ukraine']],
  ['/api/v1/entries/e001', []],
  [
    '/ukraine?party=russia,us&topic=land',
    ['0 negotiation ukraine', 'party party russia', 'party party us', 'topic topic land'],
  ],
  ['/ukraine?demand=&stance=rejects', ['0 negotiation ukraine']],
  ['/', []],
])('%s', (address, expected) => expect(words(address)).toEqual(expected))

describe('put in place of others', () => {
  const to = (address: string, now: Record<string, string>) => {
    const { parts, query, found } = names(address)
    return withNames(
      parts,
      query,
      found.map((one: NameAt) => ({ ...one, present: now[one.slug] ?? one.slug })),
    )
  }
  test.each<[string, Record<string, string>, string | null]>([
    ['/ukraine/nato', {}, null],
    ['/ukraine/nato', { nato: 'nato-renunciation' }, '/ukraine/nato-renunciation'],
    ['/ukraine/nato/us', { ukraine: 'talks', us: 'usa' }, '/talks/nato/usa'],
    ['/feeds/ukraine/party/us.json', { us: 'usa' }, '/feeds/ukraine/party/usa.json'],
    ['/ukraine?party=us,russia&q=a+b', { us: 'usa' }, '/ukraine?party=usa,russia&q=a+b'],
    ['/ukraine?party=us,usa', { us: 'usa' }, '/ukraine?party=usa'],
    ['/ukraine/na%20to', { ukraine: 'talks' }, '/talks/na%2520to'],
  ])('%s', (address, now, expected) => expect(to(address, now)).toBe(expected))
})
