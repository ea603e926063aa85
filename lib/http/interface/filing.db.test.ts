// Filing by script: with a token and nothing else, drafts and nothing else, once under one key.
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { SCOPES, type Scope } from '@/lib/domain/access-token/kinds'
import { makeToken } from '@/lib/domain/access-token/make-token'
import { listTokens } from '@/lib/domain/access-token/queries'
import { revokeToken } from '@/lib/domain/access-token/revoke-token'
import { ROLES, roleMay } from '@/lib/domain/account/roles'
import { CLIENT_ADDRESS } from '@/lib/http/client-address'
import { testDatabase } from '@/tests/database'
import { csvOf, IMPORTED, makeGround, makeRows } from '@/tests/made/import-file'
import { auditOf, forgetAttempts, type Made, makePerson, PASSWORD } from '@/tests/made/people'
import { filingOf } from './filing'
import { FILINGS } from './filings'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const database = await testDatabase()
let made: Made
let token: string

beforeAll(async () => {
  await makeGround(3, 60)
  made = await makePerson('Filer', 'researcher')
  token = await tokenOf(made)
})
beforeEach(() => forgetAttempts(database))

const tokenOf = async (of: Made, scopes: Scope[] = [...SCOPES]) =>
  (await makeToken(of.me, { name: 'A script', scopes, days: 30, password: PASSWORD })).token

type Sent = {
  bearer?: string | null
  key?: string | null
  type?: string
  body?: BodyInit
  query?: string
  headers?: Record<string, string>
}
let keys = 0

async function post(
  what: 'sources' | 'entries' | 'import',
  { bearer = token, key, type, body, query = '', headers }: Sent,
) {
  const filing = FILINGS.find(({ path }) => path === `/api/v1/${what}`) as (typeof FILINGS)[number]
  const response = await filingOf(filing)(
    new Request(`http://parley.test/api/v1/${what}${query}`, {
      method: 'POST',
      headers: {
        [CLIENT_ADDRESS]: '192.0.2.7',
        'content-type': type ?? 'application/json',
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(key === null ? {} : { 'idempotency-key': key ?? `key-${++keys}` }),
        ...headers,
      },
      body,
    }),
  )
  return { status: response.status, headers: response.headers, said: JSON.parse(await response.text()) }
}

let entries = 0
/** An entry that no other test files. */
const entry = (change: Record<string, unknown> = {}) => ({
  negotiation: IMPORTED,
  party: 'party-1',
  demand: `demand-${++entries}`,
  stance: 'accepts',
  heldFrom: '2023-05-01',
  summary: `Filed as number ${entries}.`,
  shift: { type: 'new-position' },
  citations: [
    {
      source: `${IMPORTED}-source-1`,
      quote: 'Made statement 3 on this matter',
      quoteKind: 'document',
      attribution: 'official-document',
    },
  ],
  ...change,
})
const file = (sent: Sent & { said?: unknown }) =>
  post('entries', { body: JSON.stringify(sent.said ?? entry()), ...sent })

test('an entry becomes a draft of whose token it is, and nothing more; the answer says where', async () => {
  const { status, said, headers } = await file({})
  expect([status, said]).toEqual([201, { draft: expect.stringMatching(/^[a-z0-9]{12}$/), entry: null, made: true }])
  expect(headers.get('location')).toMatch(new RegExp(`/desk/drafts/${said.draft}$`))
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('set-cookie')).toBeNull()
  expect(await appClient().draft.findUnique({ where: { id: said.draft } })).toMatchObject({
    author: made.me.id,
    importId: null,
  })
  expect(await appClient().audit.findFirst({ where: { subjectId: said.draft } })).toMatchObject({
    actor: made.me.id,
    action: 'file entry',
  })
  expect([
    await appClient().review.count(),
    await appClient().publication.count(),
    await appClient().revision.count(),
  ]).toEqual([0, 0, 0])
})

test('every fault of an entry is named at once, with its code; the same entry under another key is recognised', async () => {
  const bad = await file({ said: entry({ stance: 'accepts', party: 'Atlantis', heldFrom: '1.5.2023', summary: '' }) })
  expect(bad.status).toBe(422)
  expect(bad.headers.get('content-type')).toContain('application/problem+json')
  expect(bad.said.faults.map(({ field, code }: Record<string, string>) => [field, code])).toEqual([
    ['party', 'party-unknown'],
    ['heldFrom', 'day-format'],
    ['summary', 'missing'],
  ])
  const said = entry()
  const first = await file({ said })
  const again = await file({ said })
  expect([again.status, again.said]).toEqual([200, { ...first.said, made: false }])
})

describe('a key', () => {
  test('with the same request has the same answer, with another one none; without a key nothing is filed', async () => {
    const body = JSON.stringify(entry())
    const [one, two] = [await post('entries', { key: 'mine', body }), await post('entries', { key: 'mine', body })]
    expect([two.status, two.said, two.headers.get('location')]).toEqual([
      one.status,
      one.said,
      one.headers.get('location'),
    ])
    expect([one.headers.get('idempotency-replayed'), two.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
    const other = await post('entries', { key: 'mine', body: JSON.stringify(entry()) })
    expect([other.status, other.said.detail]).toEqual([422, expect.stringContaining('another request')])
    for (const key of [null, 'with space', 'ü', 'x'.repeat(201)]) {
      const headers = key === 'ü' ? { 'idempotency-key': '\u00fc' } : undefined
      expect((await post('entries', { key: key === 'ü' ? null : key, headers, body })).status).toBe(400)
    }
    // Keys of two tokens are two keys.
    const another = await post('entries', { key: 'mine', bearer: await tokenOf(made), body: JSON.stringify(entry()) })
    expect(another.status).toBe(201)
  })

  test('asked twenty times at once: one draft, and every answer is the same or says to wait', async () => {
    const said = entry()
    const before = await appClient().draft.count()
    const answers = await Promise.all(Array.from({ length: 20 }, () => file({ key: 'at-once', said })))
    expect(await appClient().draft.count()).toBe(before + 1)
    const done = answers.filter(({ status }) => status === 201)
    expect(new Set(done.map(({ said: { draft } }) => draft)).size).toBe(1)
    for (const { status, headers } of answers)
      if (status !== 201) expect([status, headers.get('retry-after')]).toEqual([409, '1'])
    expect((await file({ key: 'at-once', said })).said).toEqual(done[0]?.said)
  })

  test('of what was refused is free again; one that a crash left behind is taken over, and what was made is recognised', async () => {
    expect((await file({ key: 'refused', said: entry({ stance: 'likes' }) })).status).toBe(422)
    expect((await file({ key: 'refused' })).status).toBe(201)
    const said = entry()
    const first = await file({ key: 'crashed', said })
    await appClient().filingAnswer.updateMany({
      where: { key: 'crashed' },
      data: { status: null, answer: null, begunAt: new Date(Date.now() - 60_000) },
    })
    expect((await file({ key: 'crashed', said })).status).toBe(409)
    await appClient().filingAnswer.updateMany({
      where: { key: 'crashed' },
      data: { begunAt: new Date(Date.now() - 121_000) },
    })
    const later = await file({ key: 'crashed', said })
    expect([later.status, later.said]).toEqual([200, { ...first.said, made: false }])
  })
})

test('a table becomes drafts of an import, whole or not at all; a dry run gives the same and makes nothing', async () => {
  const rows = makeRows({ parties: 3, demands: 2, each: 4 }).map((row) => ({
    ...row,
    party: row.party?.replace('1', '2'),
  }))
  const csv = csvOf(rows.slice(4, 8))
  const query = `?negotiation=${IMPORTED}`
  const dry = await post('import', { type: 'text/csv', body: csv, query: `${query}&dryRun=true` })
  expect([dry.status, dry.said.import]).toEqual([200, null])
  expect(await appClient().import.count()).toBe(0)
  const real = await post('import', { type: 'text/csv; charset=utf-8', body: csv, query })
  expect(real.status).toBe(201)
  expect({ ...real.said, import: null, dryRun: true }).toEqual(dry.said)
  expect(await appClient().draft.count({ where: { importId: real.said.import } })).toBe(4)
  const again = await post('import', { type: 'text/csv', body: csv, query })
  expect([again.status, again.said.drafts, again.said.recognised.length]).toEqual([200, 0, 4])

  const bad = await post('import', {
    type: 'text/csv',
    body: csvOf([
      { ...rows[8], stance: 'likes' },
      { ...rows[9], quote: 'Nobody said this' },
    ]),
    query,
  })
  expect(bad.status).toBe(422)
  expect(bad.said.faults.map(({ row, code }: Record<string, string>) => `${row} ${code}`)).toEqual([
    '2 stance-unknown',
    '3 quote-not-found',
  ])
  expect(await appClient().import.count()).toBe(1)
  const { negotiation: _, ...item } = entry()
  const json = await post('import', { body: JSON.stringify([item]), query })
  expect([json.status, json.said.drafts]).toEqual([201, 1])
})

test('a source is added once; nearly the same one is for a person to look at', async () => {
  const text = Array.from({ length: 40 }, (_, at) => `Sentence ${at} of a made article about talks.`).join(' ')
  const source = {
    negotiation: IMPORTED,
    kind: 'news',
    publisher: 'Made Herald',
    title: 'Filed',
    language: 'en',
    grade: 'C',
    text,
  }
  const first = await post('sources', { body: JSON.stringify(source) })
  expect([first.status, first.said]).toEqual([201, { source: 'made-herald-filed', added: true }])
  const same = await post('sources', { body: JSON.stringify(source) })
  expect([same.status, same.said.added]).toEqual([200, false])
  const near = { ...source, title: 'Filed later', text: `${text} And one more.` }
  expect((await post('sources', { body: JSON.stringify(near) })).status).toBe(409)
  expect((await post('sources', { body: JSON.stringify({ ...near, isAnother: true }) })).status).toBe(201)
  const bad = await post('sources', {
    body: JSON.stringify({ ...source, url: 'javascript:alert(1)', grade: 'Z', colour: 'red' }),
  })
  expect(bad.status).toBe(422)
  expect(bad.said.faults.map(({ at }: { at: string }) => at)).toEqual(expect.arrayContaining(['url', 'grade']))
})

describe('refused at the next request', () => {
  test.each<[string, number, (of: Made, id: number) => Promise<unknown>]>([
    ['revoked', 401, (of, id) => revokeToken(of.actor, { id })],
    [
      'of a disabled account',
      401,
      (of) => appClient().person.update({ where: { id: of.me.id }, data: { disabled: true } }),
    ],
    [
      'of a role that files nothing',
      403,
      (of) => appClient().person.update({ where: { id: of.me.id }, data: { role: 'analyst' } }),
    ],
    [
      'of an editor without a second factor',
      403,
      (of) => appClient().person.update({ where: { id: of.me.id }, data: { role: 'editor' } }),
    ],
  ])('%s', async (name, status, change) => {
    const of = await makePerson(name.replaceAll(' ', '-'), 'researcher')
    const bearer = await tokenOf(of)
    const [line] = await listTokens(of.actor)
    expect((await file({ bearer })).status).toBe(201)
    expect((await listTokens(of.actor))[0]?.lastUsedAt).not.toBeNull()
    await change(of, line?.id as number)
    expect((await file({ bearer })).status).toBe(status)
  })

  test('expired', async () => {
    const bearer = await tokenOf(made)
    const { id } = (await listTokens(made.actor))[0] as { id: number }
    const { withConnection } = await import('@/lib/db/connection')
    await withConnection(database.ownerUrl, (owner) =>
      owner.query(
        `update access_token set made_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = $1`,
        [id],
      ),
    )
    const { status, headers } = await file({ bearer })
    expect([status, headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Bearer')])
  })
})

test('without the scope, with a session instead of a token, or with a wrong token, nothing is filed', async () => {
  const narrow = await tokenOf(made, ['sources'])
  expect((await file({ bearer: narrow })).status).toBe(403)
  expect(
    (await post('import', { bearer: narrow, type: 'text/csv', body: 'a\n1', query: `?negotiation=${IMPORTED}` }))
      .status,
  ).toBe(403)
  const cookie = made.browser.visitor.cookies
  expect((await file({ bearer: null, headers: { cookie } })).status).toBe(401)
  for (const wrong of [`parley_${'x'.repeat(43)}`, token.slice(0, -1), token.toUpperCase(), 'null'])
    expect((await file({ bearer: wrong, headers: { cookie } })).status).toBe(401)
})

test('one token 60 times a minute, wrong ones 60 times a quarter of an hour: then 429 with Retry-After', async () => {
  const bearer = await tokenOf(made)
  const body = 'no JSON'
  for (let at = 0; at < 60; at++) expect((await post('entries', { bearer, body })).status).toBe(400)
  const much = await post('entries', { bearer, body })
  expect([much.status, much.headers.get('retry-after')]).toEqual([429, '60'])
  const wrong = `parley_${'y'.repeat(43)}`
  for (let at = 0; at < 60; at++) expect((await post('entries', { bearer: wrong, body })).status).toBe(401)
  expect((await post('entries', { bearer: wrong, body })).status).toBe(429)
})

test.each([
  ['no JSON', '{', undefined, 400],
  ['invalid UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), undefined, 400],
  ['nested without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, undefined, 422],
  ['a list', '[]', undefined, 422],
  ['null', 'null', undefined, 422],
  ['a prototype', '{"__proto__":{"negotiation":"imported"}}', undefined, 422],
  ['another type', '<a/>', 'text/xml', 415],
])('%s is refused in words', async (_, body, type, status) => {
  const answer = await post('entries', { body, type })
  expect([answer.status, answer.said.status]).toEqual([status, status])
})

describe.each(ROLES)('%s', (role) => {
  test('makes and revokes tokens, or not', async () => {
    const of = await makePerson(`Of-${role}`, role)
    const ask = (change = {}) =>
      makeToken(of.me, { name: 'Mine', scopes: ['entries'], days: 7, password: PASSWORD, ...change })
    if (!roleMay(role, 'write drafts')) return expect(ask()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(ask({ password: 'not this password' })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(ask({ scopes: [] })).rejects.toMatchObject({ code: 'INVALID' })
    await expect(ask({ days: 1_000 })).rejects.toMatchObject({ code: 'INVALID' })
    const { token: given } = await ask()
    const [line] = await listTokens(of.actor)
    expect(line).toMatchObject({ name: 'Mine', scopes: ['entries'], beginning: given.slice(0, 11) })
    const stored = await appClient().accessToken.findUniqueOrThrow({ where: { id: line?.id as number } })
    expect(JSON.stringify(stored)).not.toContain(given.slice(11))
    await expect(revokeToken(made.actor, { id: stored.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await revokeToken(of.actor, { id: stored.id })
    await expect(revokeToken(of.actor, { id: stored.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await listTokens(of.actor)).toEqual([])
    expect((await auditOf('make token'))[0]).toMatchObject({ actor: of.me.id, subjectId: String(stored.id) })
    expect((await auditOf('revoke token'))[0]).toMatchObject({ actor: of.me.id, subjectId: String(stored.id) })
    expect(JSON.stringify(await auditOf('make token'))).not.toContain(given.slice(11))
  })
})
