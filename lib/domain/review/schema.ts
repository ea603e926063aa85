import { z } from 'zod'
import { draftId, version } from '@/lib/domain/draft/schema'
import { line, verbatim } from '@/lib/domain/text/schema'
import { NOTE_LENGTH, REASON_LENGTH, REVIEW_KINDS } from './kinds'

export const note = verbatim(NOTE_LENGTH).transform((text) => text.trim())
export const reason = z
  .string()
  .transform((text) => text.trim())
  .pipe(line(REASON_LENGTH))

/** What is changed and why is said apart from what it says: a correction is never shown as a movement. */
export const sendSchema = z
  .strictObject({
    draft: draftId,
    version,
    kind: z.enum(REVIEW_KINDS),
    reason: reason.nullable(),
  })
  .refine((sent) => sent.kind === 'first' || sent.reason !== null, {
    path: ['reason'],
    message: 'is missing: readers see why an entry was changed',
  })

/** Names one state of one review: whoever read an older one is refused. */
export const atVersion = { review: z.number().int().min(1), version }
