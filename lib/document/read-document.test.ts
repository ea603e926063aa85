import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { madePage, madePdf, PARAGRAPHS } from '@/tests/made/documents'
import { charsetOf, decode } from './decode'
import { oneLine } from './one-line'
import { readDocument } from './read-document'
import { kindOf } from './reading'

// Each document starts a thread.
vi.setConfig({ testTimeout: 60_000 })

const html = (text: string, url = 'https://gazette.example/2024/report') =>
  readDocument({ bytes: Buffer.from(text), kind: 'html', charset: 'utf-8', url }, { longestMs: 15_000 })
const pdf = (bytes: Buffer, limits = {}) => readDocument({ bytes, kind: 'pdf', charset: '', url: '' }, limits)

const jsonLd = (item: object) => `<script type="application/ld+json">${JSON.stringify(item)}</script>`

describe('a web page', () => {
  test('gives its article and what it says about itself', async () => {
    const head = `${jsonLd({ '@graph': [{ '@type': 'Thing' }, { '@type': ['NewsArticle'], headline: 'The headline', author: [{ name: 'Ann Writer' }, 'Ben Writer'], datePublished: '2024-05-01T23:30:00-07:00' }] })}
      <link rel="canonical" href="/2024/report?page=1">`
    const read = await html(madePage({ head }))
    expect(read).toMatchObject({
      title: 'The headline',
      publisher: 'Made Gazette',
      authors: 'Ann Writer, Ben Writer',
      published: '2024-05-01',
      language: 'en-GB',
      addresses: ['https://gazette.example/2024/report?page=1'],
    })
    for (const paragraph of PARAGRAPHS) expect(read.text.split('\n\n')).toContain(paragraph)
    expect(read.text).not.toContain('Home')
  })

  test('with nothing but text has the name of its host and no more than it says', async () => {
    const bare = `<article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`
    expect(await html(bare, 'https://www.gazette.example/a')).toMatchObject({
      publisher: 'gazette.example',
      authors: '',
      published: '',
      language: '',
      addresses: [],
    })
  })

  test('runs nothing, and keeps no script, style or hidden character in a field', async () => {
    const hostile = 'globalThis.parleyRan = true; process.exit(9)'
    const head = `<script>${hostile}</script><style>p{}</style><meta property="og:title" content="A\u202Etitle\u0000 <img src=x onerror=alert(1)>"><base href="javascript:alert(1)"><link rel="canonical" href="javascript:alert(1)">${jsonLd({ '@type': 'NewsArticle', url: 'data:text/html,x' })}<script type="application/ld+json">{not json</script>`
    const paragraphs = [
      ...PARAGRAPHS,
      `<img src=x onerror="${hostile}"><iframe srcdoc="<script>${hostile}</script>">inside</iframe><svg onload="${hostile}">`,
    ]
    const read = await html(madePage({ head, paragraphs }))
    expect(read.title).toBe('Atitle <img src=x onerror=alert(1)>')
    expect(read.addresses).toEqual([])
    expect(read.text).not.toMatch(/parleyRan|p\{\}|inside/)
    expect(globalThis).not.toHaveProperty('parleyRan')
  })

  test.each([
    ['without an article', '<html><body><script>let a</script></body></html>'],
    ['of too many parts', '<p>a</p>'.repeat(200_000)],
  ])('%s is refused in words', async (_, text) => {
    await expect(html(text)).rejects.toThrow(/Paste its text/)
  })
})

describe('a PDF', () => {
  test('gives its text layer, line under line, and what it says about itself', async () => {
    expect(await pdf(madePdf(['The parties agree (in part).', 'Second line.']))).toMatchObject({
      text: 'The parties agree (in part).\nSecond line.',
      title: 'A made document',
      authors: 'Made Ministry',
      published: '2024-05-02',
    })
  })

  test.each([
    ['without a text layer', madePdf([]), /no text layer/],
    ['that is none', Buffer.from('%PDF-1.4 nothing'), /cannot|not a PDF/],
  ])('%s is refused in words', async (_, bytes, words) => {
    await expect(pdf(bytes)).rejects.toThrow(words)
  })

  test('that unpacks into all memory is ended, and the next document is read', async () => {
    // 10 MB of spaces, packed once and repeated 60 times.
    const block = deflateRawSync(Buffer.alloc(10_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH })
    const stream = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(60).fill(block), Buffer.from([3, 0])])
    const bomb = madePdf([], { stream })
    expect(bomb.length).toBeLessThan(5_000_000)
    await expect(pdf(bomb, { mostGrowth: 200_000_000 })).rejects.toThrow(/unpacks into too much/)
    expect((await pdf(madePdf(['Still here.']))).text).toBe('Still here.')
  })
})

test('a page that nests without end is ended too', async () => {
  await expect(
    readDocument(
      { bytes: Buffer.from('<div>'.repeat(50_000)), kind: 'html', charset: '', url: '' },
      { longestMs: 3_000 },
    ),
  ).rejects.toThrow(/Paste its text/)
})

test('a document that takes too long is ended', async () => {
  await expect(pdf(madePdf(['Never seen.']), { longestMs: 1 })).rejects.toThrow(/too long/)
})

test.each([
  ['utf-8', 'Привіт'],
  ['windows-1251', 'Привет'],
  ['utf-16le', 'Привет'],
])('bytes in %s are read as the server, the page or their mark says', (charset, text) => {
  const cyrillic = (letter: string) =>
    letter.charCodeAt(0) > 0x40f ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0)
  const bytes =
    charset === 'windows-1251'
      ? Uint8Array.from([...text], cyrillic)
      : Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'utf16le')
  expect(decode(bytes, charsetOf(`text/html; charset="${charset}"`))).toBe(text)
  if (charset === 'utf-16le') expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]), '')).toBe(text)
  else
    expect(decode(Buffer.concat([Buffer.from(`<meta charset=${charset}>`), bytes]), '')).toBe(
      `<meta charset=${charset}>${text}`,
    )
})

test('bytes that say nothing are UTF-8 if they can be, and a label that is none is passed over', () => {
  expect(decode(Buffer.from('“Kyiv”'), 'no-such-thing')).toBe('“Kyiv”')
  expect(decode(Uint8Array.from([0x93, 0x4b, 0x94]), '')).toBe('“K”')
})

test('kinds are told by the bytes, then the server, then the name', () => {
  expect(kindOf(Buffer.from('%PDF-1.7'), 'text/html')).toBe('pdf')
  expect(kindOf(Buffer.from('x'), 'text/html; charset=utf-8')).toBe('html')
  expect(kindOf(Buffer.from('x'), '', 'a.HTM')).toBe('html')
  expect(kindOf(Buffer.from('<!doctype html>'), '')).toBe('html')
  expect(kindOf(Buffer.from('x'), 'application/octet-stream')).toBe('text')
  expect(() => kindOf(Buffer.from('x'), 'image/png')).toThrow(/image\/png/)
})

test('a field is one line of its length at most', () => {
  expect(oneLine(' a\n\tb\u200b ', 10)).toBe('a b')
  expect(oneLine('😀'.repeat(10), 6)).toBe('😀😀…')
  expect(oneLine(7, 10)).toBe('')
})
