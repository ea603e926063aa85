import { z } from 'zod'
import { ATTRIBUTIONS, QUOTE_KINDS } from '@/lib/domain/citation/kinds'
import { DATE_PRECISIONS } from '@/lib/domain/entry/schema'
import { BASES, SHIFT_KINDS } from '@/lib/domain/shift/kinds'
import { STANCES } from '@/lib/domain/stance/scale'
import type { DraftContent } from './content'

/** As it was typed, up to a length that no entry needs. What no database can hold (a zero byte, half a character) is dropped. */
const typed = (longest: number) =>
  z
    .string()
    .max(longest, `is longer than ${longest} characters: shorten it`)
    .transform((text) => text.replaceAll('\0', '').toWellFormed())

const offset = z.number().int().min(0).max(10_000_000)

/** A draft is kept whatever is missing in it; what an entry must have is asked when it is sent for review (rules.ts). */
export const draftContentSchema = z.strictObject({
  party: typed(80),
  demand: typed(80),
  heldFrom: typed(20),
  datePrecision: z.enum(DATE_PRECISIONS),
  stance: z.enum([...STANCES, '']),
  salience: z.enum(['', 'high', 'red-line']),
  summary: typed(2_000),
  terms: typed(4_000),
  shiftType: z.enum([...SHIFT_KINDS, '']),
  shiftBasis: z.enum(BASES),
  shiftNote: typed(2_000),
  event: typed(80),
  citations: z
    .array(
      z.strictObject({
        source: typed(80),
        text: z.number().int().min(1).max(2_147_483_647),
        startsAt: offset,
        endsAt: offset,
        quote: typed(4_000),
        quoteKind: z.enum(QUOTE_KINDS),
        speaker: typed(80),
        attribution: z.enum(ATTRIBUTIONS),
        saidOn: typed(20),
      }),
    )
    .max(20, 'holds more than 20 citations: keep those that carry the entry'),
}) satisfies z.ZodType<DraftContent>

export const draftId = z.string().regex(/^[a-z0-9]{12}$/, 'is not the id of a draft')
export const version = z.number().int().min(1)
