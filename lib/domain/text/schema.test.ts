// What could deceive a reader is refused at the one edge that everything passes.
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { day, line, slug, verbatim, webAddress } from './schema'

const ok = (schema: z.ZodType, text: unknown) => schema.safeParse(text).success
const codes = (schema: z.ZodType, text: string) =>
  schema.safeParse(text).error?.issues.map((issue) => (issue.code === 'custom' ? issue.params?.code : issue.code)) ?? []

describe('a line', () => {
  test.each([
    ['plain words', 'Ukraine renounces NATO.', true],
    ['Cyrillic, quotation marks and dashes', 'Київ – “so to speak”', true],
    ['as long as it may be', 'x'.repeat(40), true],
    ['longer', 'x'.repeat(41), false],
    ['nothing', '', false],
    ['a space before', ' x', false],
    ['a space behind', 'x ', false],
    ['a letter and its accent apart', 'e\u0301', false],
    ['a line break', 'a\nb', false],
    ['a tab', 'a\tb', false],
    ['a control character', 'a\u0085b', false],
    ['half of a character', 'a\uD83D', false],
    ['the other half', '\uDE00a', false],
    ['a whole one', '😀', true],
    ['a lost character', 'a\uFFFDb', false],
    ['a mark that turns the direction', 'a\u202Eb', false],
    ['an isolate', 'a\u2066b', false],
    ['a space of no width', 'a\u200Bb', false],
    ['a byte order mark', 'a\uFEFFb', false],
    ['a tag', 'a\u{E0041}b', false],
    ['Arabic letter mark', 'a\u061Cb', false],
  ])('%s', (_, text, expected) => expect(ok(line(40), text)).toBe(expected))

  test('says what is wrong by a name that lasts', () => {
    expect(codes(line(9), 'a\u0001b')).toEqual(['control-character'])
    expect(codes(line(9), 'a\u202Eb')).toEqual(['hidden-character'])
    expect(codes(line(9), 'a\uD83D')).toEqual(['half-character'])
    expect(codes(line(9), 'a\uFFFDb')).toEqual(['lost-character'])
    expect(codes(line(9), 'e\u0301')).toEqual(['not-normalised'])
    expect(codes(line(1), 'ab')).toEqual(['too_big'])
  })
})

describe('words of somebody else', () => {
  test.each([
    ['a line break and a tab', 'a\n\tb', true],
    ['a mark that turns the direction', 'a\u202Eb', true],
    ['a letter and its accent apart', 'e\u0301', true],
    ['spaces around', ' a ', true],
    ['spaces alone', ' \n ', false],
    ['nothing', '', false],
    ['a zero byte', 'a\u0000b', false],
    ['a vertical tab', 'a\u000Bb', false],
    ['half of a character', 'a\uD83D', false],
    ['a lost character', 'a\uFFFDb', false],
    ['longer than they may be', 'x'.repeat(41), false],
  ])('%s', (_, text, expected) => expect(ok(verbatim(40), text)).toBe(expected))
})

test.each([
  ['nato-renunciation', true],
  ['a1', true],
  ['NATO', false],
  ['a--b', false],
  ['-a', false],
  ['a-', false],
  ['a b', false],
  ['', false],
  ['x'.repeat(80), true],
  ['x'.repeat(81), false],
])('the slug %s', (text, expected) => expect(ok(slug, text)).toBe(expected))

test.each([
  ['2025-12-14', true],
  ['2025-02-29', false],
  ['14.12.2025', false],
])('the day %s', (text, expected) => expect(ok(day, text)).toBe(expected))

test.each([
  ['https://example.org/a?b=c#d', true],
  ['http://example.org', true],
  ['HTTPS://example.org', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['ftp://example.org', false],
  ['https://ann@example.org', false],
  ['https://ann:secret@example.org', false],
  ['https://', false],
  ['example.org', false],
  ['https://example.org/a b', false],
  ['https://example.org/\u202Ex', false],
  ['https://example.org/\u0001x', false],
  [`https://example.org/${'x'.repeat(1980)}`, true],
  [`https://example.org/${'x'.repeat(1981)}`, false],
])('the address %s', (text, expected) => expect(ok(webAddress, text)).toBe(expected))
