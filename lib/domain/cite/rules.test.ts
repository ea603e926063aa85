import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CITE_FORMS } from './forms'
import { cite, type Work } from './rules'

const work: Work = {
  key: 'ukraine-e001',
  title: 'Russia on NATO, 17 Dec 2021',
  within: 'Russia–Ukraine settlement talks',
  url: 'https://parley.example.org/e/e001',
  issued: '2026-11-24',
  accessed: '2026-12-01',
  version: 'revision 1',
}

test('as text', () =>
  expect(cite(work, 'txt')).toBe(
    'Parley. “Russia on NATO, 17 Dec 2021.” Russia–Ukraine settlement talks, revision 1. Published 24 Nov 2026. https://parley.example.org/e/e001 (accessed 1 Dec 2026).\n',
  ))

test('as CSL-JSON', () =>
  expect(JSON.parse(cite(work, 'csl.json'))).toMatchObject([
    { type: 'webpage', title: work.title, URL: work.url, issued: { 'date-parts': [[2026, 11, 24]] } },
  ]))

test('as BibTeX', () => {
  const text = cite(work, 'bib')
  expect(text).toMatch(/^@misc\{ukraine-e001,\n/)
  expect(text).toContain('title = {Russia on {NATO}, 17 {Dec} 2021}')
  expect(text).toContain('series = {Russia–{Ukraine} settlement talks}')
  expect(text).toContain('edition = {revision 1}')
  expect(text).toContain('year = {2026}')
  expect(text).toContain('accessed 2026-12-01')
  expect(text).toContain('url = {https://parley.example.org/e/e001}')
})

test('as RIS', () => {
  const lines = cite(work, 'ris').split('\r\n')
  for (const line of ['TI  - Russia on NATO, 17 Dec 2021', 'T2  - Russia–Ukraine settlement talks', 'ET  - revision 1'])
    expect(lines).toContain(line)
  for (const line of ['PY  - 2026', 'UR  - https://parley.example.org/e/e001', 'ID  - ukraine-e001'])
    expect(lines).toContain(line)
})

const texts = fc.string({ unit: 'binary', minLength: 1 })

test('BibTeX braces balance and no active character is bare, whatever the title', () => {
  fc.assert(
    fc.property(texts, texts, (title, within) => {
      const text = cite({ ...work, title, within }, 'bib')
      const plain = text.replace(/\\[{}#$%&_]/g, '').replace(/\\text(backslash|asciitilde|asciicircum)\{\}/g, '')
      expect(plain).not.toMatch(/[\\#$%&~^]/)
      let depth = 0
      for (const sign of plain) {
        if (sign === '{') depth++
        if (sign === '}') depth--
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    }),
  )
})

test('RIS has one tag to a line, from TY to ER', () => {
  fc.assert(
    fc.property(texts, (title) => {
      const lines = cite({ ...work, title }, 'ris')
        .trimEnd()
        .split('\r\n')
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/)
      expect(lines[0]).toBe('TY  - ELEC')
      expect(lines.at(-1)).toMatch(/^ER {2}-/)
    }),
  )
  expect(CITE_FORMS).toContain('ris')
})
