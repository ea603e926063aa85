import type { Attribution } from './kinds'

/** On the record: the party published it, or a named person said it in public, or the party gave its own account of a talk. */
export const isOnRecord = (attribution: Attribution): boolean =>
  attribution === 'official-document' || attribution === 'on-record' || attribution === 'readout'

/** How much of the stored text before and after a quotation is kept with it, in characters. */
export const CONTEXT_LENGTH = 32

export type Anchor = { startsAt: number; endsAt: number; prefix: string; suffix: string }

/**
 * Where a quotation stands in a stored text: offsets in Unicode code points from 0 (as PostgreSQL counts), with up to
 * CONTEXT_LENGTH characters on either side. Null when the words are not there, character for character.
 */
export function anchorOf(quote: string, text: string): Anchor | null {
  const at = text.indexOf(quote)
  if (at < 0 || quote === '') return null
  const before = [...text.slice(0, at)]
  const after = [...text.slice(at + quote.length)]
  return {
    startsAt: before.length,
    endsAt: before.length + [...quote].length,
    prefix: before.slice(-CONTEXT_LENGTH).join(''),
    suffix: after.slice(0, CONTEXT_LENGTH).join(''),
  }
}
