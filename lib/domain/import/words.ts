// Keys and labels as people write them: "on the record" is on-record, "Rejects" is rejects. Pure.
import {
  ATTRIBUTIONS,
  type Attribution,
  attributionLabel,
  QUOTE_KINDS,
  type QuoteKind,
  quoteKindLabel,
} from '@/lib/domain/citation/kinds'
import { BASES, basisLabel, SHIFT_KINDS, type ShiftKind, shiftLabel } from '@/lib/domain/shift/kinds'
import { SCALE, STANCES, type Stance } from '@/lib/domain/stance/scale'
import type { DatePrecision } from '@/lib/domain/time/day'

const LONGEST_NAME = 1_000

/** What is compared: letters and digits, whatever their case, accents and signs. */
export const plainWord = (text: string): string =>
  text
    .slice(0, LONGEST_NAME)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const lookup = <Key extends string>(names: readonly (readonly [Key, ...string[]])[]) => {
  const known = new Map(
    names.flatMap(([key, ...also]) => [key, ...also].map((name) => [plainWord(name), key] as const)),
  )
  return (text: string): Key | undefined => known.get(plainWord(text))
}

export const WORDS = {
  stance: lookup<Stance>(STANCES.map((key) => [key, SCALE[key].label])),
  datePrecision: lookup<DatePrecision>([
    ['day', 'exact'],
    ['month', 'the month'],
    ['approximate', 'about', 'circa', 'approx'],
  ]),
  salience: lookup<'high' | 'red-line' | 'normal'>([
    ['normal', 'usual'],
    ['high', 'high priority'],
    ['red-line', 'red line'],
  ]),
  shiftType: lookup<ShiftKind>(SHIFT_KINDS.map((key) => [key, shiftLabel(key)])),
  shiftBasis: lookup<'coder' | 'source'>(BASES.map((key) => [key, basisLabel(key)])),
  quoteKind: lookup<QuoteKind>(QUOTE_KINDS.map((key) => [key, quoteKindLabel(key)])),
  attribution: lookup<Attribution>(ATTRIBUTIONS.map((key) => [key, attributionLabel(key)])),
}

export const WORD_LISTS = {
  stance: STANCES,
  datePrecision: ['day', 'month', 'approximate'],
  salience: ['normal', 'high', 'red-line'],
  shiftType: SHIFT_KINDS,
  shiftBasis: BASES,
  quoteKind: QUOTE_KINDS,
  attribution: ATTRIBUTIONS,
} as const
