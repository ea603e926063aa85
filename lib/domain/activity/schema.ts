import { z } from 'zod'
import { onDay } from '@/lib/domain/filter/schema'

const short = z.string().min(1).max(120)

export const activityFilterSchema = z
  .strictObject({
    person: short.nullable(),
    action: short.nullable(),
    kind: short.nullable(),
    subject: short.nullable(),
    from: onDay.nullable(),
    to: onDay.nullable(),
  })
  .refine(({ kind, subject }) => subject === null || kind !== null, {
    path: ['kind'],
    message: 'is missing: say what kind of subject it is',
  })

/** Where a page ended: the instant to the microsecond, and the row. */
export const placeSchema = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/), z.int32()])
export type Place = z.infer<typeof placeSchema>
