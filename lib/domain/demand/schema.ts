import { z } from 'zod'
import { line, slug } from '@/lib/domain/text/schema'

// Second words of addresses that belong to the site itself: "/ukraine/on/…" is the address of a day, "/embed/ukraine/dark" a dark frame.
const RESERVED = [
  'on',
  'known',
  'party',
  'events',
  'sources',
  'shifts',
  'entries',
  'positions',
  'embed',
  'feeds',
  'search',
  'table',
  'data',
  'light',
  'dark',
]

/** A row of the table: one neutral, positive proposition, with both ends of its scale in words. */
export const demandSchema = z.strictObject({
  slug: slug.refine((text) => !RESERVED.includes(text), 'is a reserved word: choose another slug'),
  topic: slug,
  title: line(40),
  proposition: line(240),
  raisedBy: z.array(slug).min(1, 'names nobody: a demand is raised by at least one party'),
  lowEnd: line(240),
  highEnd: line(240),
  keywords: z.array(line(60)).max(40, 'holds more than 40 keywords: keep the telling ones'),
})
export type Demand = z.infer<typeof demandSchema>
