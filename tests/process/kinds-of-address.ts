import { POLICY_FOR_FILES } from '@/lib/http/security-headers'

/** One address of every kind that the site has, with the record that ships. What is new gets a line here. */
export type Kind = {
  what: string
  path: string
  status?: number
  method?: string
  /** What may run and load there: "page" is a policy with the hashes of its scripts. */
  policy?: 'page' | string
  /** Who may read it: the site itself unless it says otherwise. */
  readableBy?: 'same-origin' | 'cross-origin'
  /** Headers that differ from those of all others. */
  headers?: Record<string, string | undefined>
}

/** The entry that tests withdraw. */
export const WITHDRAWN = 'e002'

export const PAGES: Kind[] = [
  { what: 'front page', path: '/' },
  { what: 'table', path: '/ukraine' },
  { what: 'day', path: '/ukraine/on/2025-12-14' },
  { what: 'demand', path: '/ukraine/nato-troops' },
  { what: 'party', path: '/ukraine/party/russia' },
  { what: 'story', path: '/ukraine/nato-troops/russia' },
  { what: 'known before anything was', path: '/ukraine/known/2025-12-14' },
  { what: 'day, known before anything was', path: '/ukraine/on/2025-12-14/known/2026-01-31' },
  { what: 'corrections', path: '/corrections' },
  { what: 'entry', path: '/e/e001' },
  { what: 'source', path: '/sources/interfaxua-2021-12-17' },
  { what: 'sources', path: '/ukraine/sources' },
  { what: 'page of sources', path: '/ukraine/sources/1' },
  { what: 'shifts', path: '/ukraine/shifts' },
  { what: 'month', path: '/ukraine/shifts/2025-12' },
  { what: 'events', path: '/ukraine/events' },
  { what: 'data', path: '/data' },
  { what: 'method', path: '/method' },
  { what: 'interface described', path: '/api' },
  { what: 'nothing there', path: '/absent/of/any/kind/at/all', status: 404 },
  { what: 'no such demand', path: '/ukraine/absent', status: 404 },
  { what: 'withdrawn', path: `/e/${WITHDRAWN}`, status: 410 },
].map((page) => ({ ...page, policy: 'page' }))

export const DATA: Kind[] = [
  { what: 'negotiations', path: '/api/v1/negotiations' },
  { what: 'negotiation', path: '/api/v1/negotiations/ukraine' },
  { what: 'positions', path: '/api/v1/negotiations/ukraine/positions?asOf=2025-06-01' },
  { what: 'shifts', path: '/api/v1/negotiations/ukraine/shifts?limit=5' },
  { what: 'entries', path: '/api/v1/negotiations/ukraine/entries?limit=5' },
  { what: 'entry', path: '/api/v1/entries/e001' },
  { what: 'sources', path: '/api/v1/sources?grade=B' },
  { what: 'source', path: '/api/v1/sources/interfaxua-2021-12-17' },
  { what: 'description', path: '/api/v1/openapi.json' },
  { what: 'chain', path: '/api/v1/chain?limit=5' },
  { what: 'chain as a file', path: '/api/v1/chain.jsonl' },
  { what: 'corrections feed', path: '/feeds/corrections.atom' },
  { what: 'CSV', path: '/api/v1/negotiations/ukraine/positions.csv' },
  { what: 'Atom feed', path: '/feeds/ukraine.atom' },
  { what: 'JSON feed', path: '/feeds/ukraine/party/russia.json' },
  { what: 'citation', path: '/e/e001/cite.bib' },
  { what: 'citation of a day', path: '/ukraine/on/2025-12-14/cite.txt' },
  { what: 'no such address', path: '/api/v1/absent', status: 404 },
  { what: 'wrong parameters', path: '/api/v1/sources?colour=red', status: 400 },
  { what: 'wrong method', path: '/api/v1/sources', method: 'DELETE', status: 405 },
].map((one) => ({ ...one, policy: POLICY_FOR_FILES, readableBy: 'cross-origin' }))

export const FILES: Kind[] = [
  { what: 'picture', path: '/picture/ukraine' },
  { what: 'no such picture', path: '/picture/absent', status: 404 },
  { what: 'sitemap', path: '/sitemap.xml' },
  { what: 'robots', path: '/robots.txt' },
  { what: 'script', path: '/theme.js' },
  { what: 'icon', path: '/icon.svg' },
  { what: 'story as data', path: '/ukraine/nato-troops/russia/story' },
  { what: 'day as data', path: '/ukraine/on/2025-12-14/table' },
  { what: 'sources as data', path: '/ukraine/sources/rows' },
  { what: 'redirect', path: '/ukraine/', status: 308 },
  { what: 'refusal', path: '/', method: 'POST', status: 405 },
  { what: 'no text', path: '/%ff', status: 400 },
  { what: 'alive', path: '/healthz' },
  { what: 'ready', path: '/readyz' },
].map((one) => ({ ...one, policy: POLICY_FOR_FILES }))

export const KINDS: Kind[] = [...PAGES, ...DATA, ...FILES]
