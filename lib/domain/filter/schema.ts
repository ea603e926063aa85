// The kinds of parameter that a list can be asked with. Text comes in (an address is text), what the queries want comes out.
import { z } from 'zod'
import { endOf } from '@/lib/domain/known/day'
import { day } from '@/lib/domain/text/schema'
import { isDay } from '@/lib/domain/time/day'

/** "russia" or "russia,ukraine": any of these. */
export const anyOf = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .max(2000, 'is longer than 2,000 characters: ask for less at a time')
    .transform((text) => text.split(','))
    .pipe(z.array(item))

export const yesOrNo = z
  .enum(['true', 'false'], 'is neither true nor false')
  .transform((text) => text === 'true')
  .pipe(z.boolean())

/** PostgreSQL knows no year 0. */
export const onDay = day.refine((text) => text >= '0001', 'lies before the year 1').meta({ format: 'date' })

export const atInstant = z.iso
  .datetime({
    offset: true,
    error: 'is not an instant: write for example 2026-11-24T12:00:00Z (a plus sign in an address is %2B)',
  })
  .refine((text) => text >= '0002', 'lies before the year 2')

/** What was known at the end of a day, or at an instant. */
export const knownAt = z
  .string()
  .transform((text) => (isDay(text) ? endOf(text) : text))
  .pipe(atInstant)

/** Which page: as `next` of the page before gave it. */
export const cursor = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/, 'is not a cursor: take it from "next" of the page before')

export const pageSize = z
  .string()
  .regex(/^\d{1,4}$/, 'is not a whole number')
  .transform(Number)
  .pipe(z.number().int().min(1, 'is less than 1').max(500, 'is more than 500'))

/** A list with its way on. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last.'),
  })
export type Page<Item> = { items: Item[]; next: string | null }
export const PAGE_SIZE = 50
