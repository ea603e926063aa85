import { z } from 'zod'
import { day, line, slug } from '@/lib/domain/text/schema'

// First words of addresses that belong to the site itself.
const RESERVED = [
  'api',
  'corrections',
  'data',
  'desk',
  'e',
  'embed',
  'events',
  'feeds',
  'front',
  'healthz',
  'method',
  'picture',
  'readyz',
  'search',
  'shifts',
  'site',
  'sources',
]

/** Whether a first word of an address belongs to the site itself, and to no negotiation. */
export const isReservedSlug = (text: string): boolean => RESERVED.includes(text)

export const negotiationSchema = z.strictObject({
  slug: slug.refine((text) => !isReservedSlug(text), 'is a reserved word: choose another slug'),
  title: line(80),
  summary: line(600),
  startedOn: day,
})
export type Negotiation = z.infer<typeof negotiationSchema>
