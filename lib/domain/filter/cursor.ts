// Where a page ended, as text that means nothing to anybody else. It names a row, not a number of rows, so that
// what is added before it moves no page.
import { z } from 'zod'
import { DomainError } from '@/lib/domain/error'
import { onDay } from './schema'

const name = z.string().regex(/^[a-z0-9-]{1,80}$/)
const heldPlace = z.tuple([onDay, z.int32(), name])
export type HeldPlace = z.infer<typeof heldPlace>

export const writeCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

export const readHeldCursor = (text: string): HeldPlace => readPlace(text, heldPlace)
export const readSlugCursor = (text: string): string => readPlace(text, z.tuple([name]))[0]

/** For a list that says itself what its places are. */
export function readPlace<Place>(text: string, schema: z.ZodType<Place>): Place {
  const fault = new DomainError('INVALID', 'The cursor cannot be read.', [
    { at: 'cursor', text: 'is not a cursor of this list: take it from "next" of the page before' },
  ])
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    throw fault
  }
  const place = schema.safeParse(value)
  if (!place.success) throw fault
  return place.data
}
