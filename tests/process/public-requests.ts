// What strangers may send: every address there is, changed, with parameters and headers that fit and that do not.
import fc from 'fast-check'
import { KINDS, WITHDRAWN } from './kinds-of-address'
import { UNSEEN } from './unpublished'
import type { Asked } from './wire'

export type Stranger = { asked: Asked } | { raw: string }

const words = fc.constantFrom(
  ...[
    'ukraine',
    'russia',
    'nato-troops',
    'nato-renunciation',
    'party',
    'on',
    'e',
    'shifts',
    'sources',
    'events',
    'story',
  ],
  ...[
    'table',
    'rows',
    'picture',
    'feeds',
    'api',
    'v1',
    'negotiations',
    'entries',
    'positions.csv',
    'front',
    'site',
    'data',
  ],
  ...['e001', 'e003', WITHDRAWN, UNSEEN.entry, UNSEEN.source, 'cite.bib', 'cite.txt', 'ukraine.atom', 'robots.txt'],
  ...[
    '2025-12-14',
    '2025-02-30',
    '2025-12',
    '0000-00-00',
    '9999-12-31',
    '__proto__',
    'constructor',
    'desk',
    'undefined',
  ],
)
const odd = fc.constantFrom(
  ...['%00', '%ff', '%2e%2e', '%2f', '%252e', '%c0%ae', '%', '%zz', '..', '.', '...', '', '%F0%9F%98%80', '%E2%80%AE'],
  ...["'%20or%201=1--", '%3Cscript%3E', '{{7*7}}', '*', '[party]', '(public)', '@slot', '_next', '.env', '.git'],
  ...[
    '%5c',
    ';a=b',
    'a'.repeat(300),
    'a'.repeat(1500),
    'a'.repeat(4000),
    '-',
    '__nextLocale',
    '_next/data/x.json',
    '_next/image',
  ],
)
const segment = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 2, arbitrary: odd },
  fc.stringMatching(/^[!-~]{1,12}$/),
)

const known = fc.constantFrom(...KINDS.map(({ path }) => path))
const changed = fc.tuple(known, fc.nat(6), segment).map(([path, at, put]) => {
  const parts = path.split('/')
  parts[1 + (at % Math.max(1, parts.length - 1))] = put
  return parts.join('/')
})
const made = fc.array(segment, { minLength: 1, maxLength: 6 }).map((parts) => `/${parts.join('/')}`)
const path = fc.oneof(
  { weight: 30, arbitrary: known },
  { weight: 3, arbitrary: changed },
  { weight: 1, arbitrary: made },
  fc.constantFrom(
    '//evil.example/x',
    '/\\evil.example',
    '/%5cevil.example',
    '/./../x',
    '/?',
    '/#',
    '/_next/static/../../.env',
  ),
)

const name = fc.constantFrom(
  ...[
    'asOf',
    'knownAt',
    'party',
    'demand',
    'stance',
    'kind',
    'from',
    'to',
    'limit',
    'cursor',
    'sort',
    'onRecord',
    'grade',
  ],
  ...[
    '_rsc',
    'show',
    'sort',
    'columns',
    'q',
    'entry',
    '__nextDefaultLocale',
    'nxtPparty',
    'nxtPnegotiation',
    'a[]',
    '__proto__',
  ],
)
const value = fc.oneof(
  words,
  odd,
  // Never an instant at which the withdrawn entry was what this site said: then it may be shown.
  fc.constantFrom('0', '-1', '1e9', '500', 'true', 'rejects', 'B', 'on', '2024-01-01T00:00:00Z', '2999-01-01', 'NaN'),
  fc.stringMatching(/^[!$-~]{0,20}$/),
)
const parameters = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 6, arbitrary: fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 }).map(toQuery) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 100, max: 600 }).map((many) => toQuery(Array(many).fill(['party', 'russia']))),
  },
)

const tree = encodeURIComponent(
  JSON.stringify(['', { children: ['(public)', { children: ['__PAGE__', {}] }] }, null, null, true]),
)
const header: fc.Arbitrary<[string, string]> = fc.constantFrom<[string, string][]>(
  ['rsc', '1'],
  ['next-router-prefetch', '1'],
  ['next-router-prefetch', '2'],
  ['next-router-segment-prefetch', '/_tree'],
  ['next-router-segment-prefetch', '/__PAGE__'],
  ['next-router-state-tree', tree],
  ['next-router-state-tree', '%5B'],
  ['next-url', '/ukraine'],
  ['next-url', '//evil.example'],
  ['next-action', 'a'.repeat(40)],
  ['next-hmr-refresh', '1'],
  ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
  ['x-middleware-invoke', '1'],
  ['x-matched-path', `/e/${UNSEEN.entry}`],
  ['x-invoke-path', '/500'],
  ['x-invoke-status', '500'],
  ['x-invoke-output', '/_error'],
  ['x-nextjs-data', '1'],
  ['x-now-route-matches', 'nxtPid=e001'],
  ['x-prerender-revalidate', 'x'],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-host', 'evil example, ['],
  ['x-forwarded-proto', 'javascript'],
  ['x-forwarded-for', "' or 1=1, 10.0.0.1"],
  ['x-forwarded-port', '-1'],
  ['forwarded', 'for=unknown;host=evil'],
  ['x-http-method-override', 'DELETE'],
  ['x-original-url', '/desk'],
  ['x-rewrite-url', '/desk'],
  ['host', 'evil.example'],
  ['host', ''],
  ['host', 'a:b:c'],
  ['range', 'bytes=0-0'],
  ['range', 'bytes=99999999-,0-1,5-'],
  ['if-none-match', '*'],
  ['if-none-match', 'W/"x", "y'],
  ['if-modified-since', 'yesterday'],
  ['if-match', '"nothing"'],
  ['if-unmodified-since', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ['accept-encoding', 'br;q=1.0, gzip;q=0.5, *;q=0'],
  ['accept-encoding', 'br;q=, ,,;;gzip'],
  ['accept-encoding', 'identity;q=0'],
  ['accept-encoding', 'gzip'],
  ['accept', 'application/json'],
  ['accept', 'text/x-component'],
  ['accept-language', 'xx-'.repeat(200)],
  ['cookie', '__prerender_bypass=x; __next_preview_data=x; NEXT_LOCALE=xx'],
  ['cookie', 'a='.repeat(1000)],
  ['authorization', 'Basic Og=='],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['purpose', 'prefetch'],
  ['sec-fetch-dest', 'image'],
  ['origin', 'null'],
  ['te', 'trailers'],
  ['expect', '100-continue'],
  ['x-request-id', '<script>'],
)
const headers = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.array(header, { minLength: 1, maxLength: 5 }).map(Object.fromEntries) },
)
const method = fc.oneof(
  { weight: 30, arbitrary: fc.constant('GET') },
  { weight: 4, arbitrary: fc.constant('HEAD') },
  { weight: 4, arbitrary: fc.constantFrom('POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND') },
)
const body = fc.constantFrom(
  '',
  '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--x--\r\n',
  '{"__proto__":{}}',
)

const plain: fc.Arbitrary<Stranger> = fc.record({ method, path, parameters, headers, body }).map((all) => ({
  asked: {
    method: all.method,
    path: all.path + all.parameters,
    headers: all.headers,
    body: ['POST', 'PUT', 'PATCH'].includes(all.method) ? all.body : undefined,
  },
}))

const lines = (...given: string[]) => `${given.join('\r\n')}\r\n\r\n`
const raw: fc.Arbitrary<Stranger> = fc
  .tuple(
    fc.constantFrom<((path: string) => string)[]>(
      (p) => lines(`GET ${p} HTTP/1.0`),
      (p) => lines(`GET ${p} HTTP/1.1`, 'connection: close'),
      (p) => lines(`GET http://evil.example${p} HTTP/1.1`, 'host: x', 'connection: close'),
      (p) => lines(`GET ${p} HTTP/1.1`, 'host: x', 'host: y', 'connection: close'),
      (p) =>
        lines(`GET ${p} HTTP/1.1`, 'host: x', 'connection: upgrade', 'upgrade: websocket', 'sec-websocket-key: eA=='),
      (p) => lines(`GET ${p} HTTP/1.1`, 'host: x', 'connection: upgrade', 'upgrade: h2c', 'http2-settings: AA'),
      (p) => lines(`GET ${p} HTTP/1.1`, 'host: x', 'connection: close', 'expect: the-unexpected'),
      (p) => lines(`GET ${p}\u00ff\u00fe HTTP/1.1`, 'host: x', 'connection: close'),
      (p) => lines(`GET ${p} HTTP/1.1`, 'host: x', 'bad header: \u0001', 'connection: close'),
      (p) => lines(`GET ${p} HTTP/1.1`, 'host: x', `x: ${'a'.repeat(20_000)}`, 'connection: close'),
      (p) => lines(`GET ${p} HTTP/9.9`, 'host: x'),
      (p) => lines(`get ${p} HTTP/1.1`, 'host: x'),
      (p) =>
        `${lines(`POST ${p} HTTP/1.1`, 'host: x', 'connection: close', 'content-length: 4', 'transfer-encoding: chunked')}0\r\n\r\n`,
      (p) =>
        `${lines(`POST ${p} HTTP/1.1`, 'host: x', 'connection: close', 'transfer-encoding: chunked')}zz\r\nx\r\n0\r\n\r\n`,
      (p) => `${lines(`POST ${p} HTTP/1.1`, 'host: x', 'connection: close', 'next-action: x', 'content-length: 2')}[]`,
      (p) =>
        lines(`GET ${p} HTTP/1.1`, 'host: x') +
        lines(`GET /e/${UNSEEN.entry} HTTP/1.1`, 'host: x', 'connection: close'),
      () => lines('OPTIONS * HTTP/1.1', 'host: x', 'connection: close'),
      () => lines('CONNECT evil.example:443 HTTP/1.1', 'host: x'),
      () => lines('GET ../../.env HTTP/1.1', 'host: x', 'connection: close'),
      () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
      () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    ),
    path,
  )
  .map(([make, at]) => ({ raw: make(at.replace(/ /g, '%20')) }))

export const stranger: fc.Arbitrary<Stranger> = fc.oneof(
  { weight: 30, arbitrary: plain },
  { weight: 1, arbitrary: raw },
)

function toQuery(pairs: string[][]): string {
  return `?${pairs.map((pair) => pair.join('=')).join('&')}`.replace(/[ #]/g, '+').slice(0, 12_000)
}
