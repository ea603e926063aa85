// Every address of the interface, asked with the record that ships: what it gives is what its schema says, and what it refuses it names.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { decodeCell } from '@/lib/csv-cell'
import { withConnection } from '@/lib/db/connection'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { testDatabase } from '@/tests/database'
import { parametersOf } from './openapi'
import { type Operation, routeOf } from './operation'
import { OPERATIONS } from './operations'

const database = await testDatabase()

beforeAll(async () => {
  const checked = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!checked.ok) throw new Error('The file has faults.')
  await importDataset(checked.dataset)
})

const EXAMPLES: Record<string, string> = { negotiation: 'ukraine', id: 'e001', slug: 'tass-2021-12-17', q: 'nato' }

async function ask(path: string, query = '', params = EXAMPLES) {
  const operation = OPERATIONS.find((one) => one.path === path) as Operation
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] as string)
  const response = await routeOf(operation).GET(new Request(`http://parley.test${address}${query}`), {
    params: Promise.resolve(params),
  })
  return response
}
const asked = (operation: Operation) =>
  Object.fromEntries(Object.keys(operation.params.shape).map((name) => [name, EXAMPLES[name] as string]))
/** The parameters that an address cannot do without. */
const needed = (operation: Operation) =>
  parametersOf(operation)
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name }) => `${name}=${EXAMPLES[name]}`)
    .join('&')
const N = '/api/v1/negotiations/{negotiation}'
const inUkraine = { negotiation: 'ukraine' }

test.each(OPERATIONS.map((one) => [one.path, one] as const))(
  '%s gives what its schema says',
  async (path, operation) => {
    const response = await ask(path, `?${needed(operation)}`, asked(operation))
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('cache-control')).toContain('max-age')
    expect(Date.parse(response.headers.get('last-modified') ?? '')).toBeGreaterThan(0)
    if (operation.gives.type === 'application/json') operation.gives.schema.parse(await response.json())
    else if (operation.gives.type === 'text/csv')
      expect((parse(await response.text()) as string[][]).length).toBeGreaterThan(10)
    else for (const line of (await response.text()).trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object')
  },
)

test.each(OPERATIONS.map((one) => [one.path, one] as const))(
  '%s refuses a parameter that it does not know',
  async (path, operation) => {
    const response = await ask(path, `?colour=red&colour=blue&size=1&${needed(operation)}`, asked(operation))
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = await response.json()
    expect(problem.faults.map(({ at }: { at: string }) => at)).toEqual(['colour', 'size'])
  },
)

test('every fault is named at once', async () => {
  const response = await ask(
    `${N}/positions`,
    '?asOf=2025-02-30&stance=maybe&onRecord=1&colour=red&party=a&party=b',
    inUkraine,
  )
  const { faults } = await response.json()
  expect(faults.map(({ at }: { at: string }) => at.split('.')[0]).sort()).toEqual([
    'asOf',
    'colour',
    'onRecord',
    'party',
    'stance',
  ])
})

test.each([
  ['positions', '?party=atlantis&topic=weather', ['party', 'topic']],
  ['positions', '?asOf=9999-01-01', ['asOf']],
  ['positions', '?knownAt=9000-01-01T00:00:00Z', ['knownAt']],
  ['positions', '?asOf=0000-01-01', ['asOf']],
  ['shifts', '?cursor=bm9uc2Vuc2U', ['cursor']],
  ['shifts', '?limit=0', ['limit']],
  ['shifts', '?limit=501', ['limit']],
  ['shifts', '?sort=random', ['sort']],
  ['entries', '?onRecord=yes', ['onRecord']],
])('%s%s is refused with its place', async (list, query, places) => {
  const response = await ask(`${N}/${list}`, query, inUkraine)
  expect(response.status).toBe(400)
  expect((await response.json()).faults.map(({ at }: { at: string }) => at)).toEqual(places)
})

test('what is not there is 404, what was withdrawn is 410 with its reason', async () => {
  expect((await ask(N, '', { negotiation: 'atlantis' })).status).toBe(404)
  expect((await ask(`${N}/shifts`, '', { negotiation: 'atlantis' })).status).toBe(404)
  expect((await ask('/api/v1/entries/{id}', '', { id: 'absent' })).status).toBe(404)
  expect((await ask('/api/v1/sources/{slug}', '', { slug: '\u0000' })).status).toBe(404)
  await withConnection(database.appUrl, (client: pg.Client) =>
    client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, p.revision_id, 'withdrawal', 'Coded twice', 'editor' from entry e join publication p on p.id = e.live_publication_id where e.id = 'e002'`,
    ),
  )
  const gone = await ask('/api/v1/entries/{id}', '', { id: 'e002' })
  expect(gone.status).toBe(410)
  expect((await gone.json()).detail).toContain('Coded twice')
})

test('the filters keep what they say', async () => {
  const positions = await (
    await ask(`${N}/positions`, '?party=russia,ukraine&stance=rejects&asOf=2025-06-01', inUkraine)
  ).json()
  expect(positions.items.length).toBeGreaterThan(3)
  for (const item of positions.items) {
    expect(['russia', 'ukraine']).toContain(item.party)
    expect(item).toMatchObject({ stance: 'rejects', value: -2 })
    expect(item.lastRestated <= '2025-06-01' && item.heldFrom <= item.lastRestated).toBe(true)
  }
  const past = await (await ask(`${N}/positions`, '?asOf=2025-06-01&knownAt=2026-01-01T00:00:00Z', inUkraine)).json()
  expect(past.items).toEqual([]) // this site did not stand then
  const recordOnly = await (await ask(`${N}/positions`, '?onRecord=true', inUkraine)).json()
  for (const { citations } of recordOnly.items)
    expect(citations.some((one: { attribution: string }) => /official|on-record|readout/.test(one.attribution))).toBe(
      true,
    )
  const shifts = await (
    await ask(`${N}/shifts`, '?from=2025-01-01&to=2025-12-31&kind=concession,hardening&party=russia&sort=on', inUkraine)
  ).json()
  for (const item of shifts.items) {
    expect(item.party).toBe('russia')
    expect(['concession', 'hardening']).toContain(item.kind)
    expect(item.on.startsWith('2025')).toBe(true)
  }
  expect(shifts.items.map(({ on }: { on: string }) => on)).toEqual(
    shifts.items.map(({ on }: { on: string }) => on).sort(),
  )
  const sources = await (await ask('/api/v1/sources', '?grade=B&language=en&negotiation=ukraine&limit=5', {})).json()
  expect(sources.items).toHaveLength(5)
  for (const item of sources.items) expect(item).toMatchObject({ grade: 'B', language: 'en' })
})

test.each([`${N}/shifts`, `${N}/entries`, '/api/v1/sources'])(
  'the pages of %s hold every item once, and the table the same ones',
  async (path) => {
    const params = path.startsWith(N) ? inUkraine : {}
    const seen: Record<string, unknown>[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: Record<string, unknown>[]; next: string | null } = await (
        await ask(path, `?limit=17${cursor && `&cursor=${cursor}`}`, params)
      ).json()
      seen.push(...page.items)
      cursor = page.next
    }
    const idOf = (item: Record<string, unknown>) => String(item.entry ?? item.id ?? item.slug)
    expect(new Set(seen.map(idOf)).size).toBe(seen.length)
    const rows = parse(await (await ask(`${path}.csv`, '', params)).text(), { columns: true }) as Record<
      string,
      string
    >[]
    expect(rows.map((row) => row.entry ?? row.id ?? row.slug)).toEqual(seen.map(idOf))
    const text = path.endsWith('sources') ? 'title' : 'summary'
    expect(rows.map((row) => decodeCell(row[text] as string))).toEqual(seen.map((item) => item[text]))
  },
)
