import { z } from 'zod'
import { cursor, pageOf, pageSize } from '@/lib/domain/filter/schema'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const chainHeadSchema = z.strictObject({
  number: z.number().int().positive().describe('How many links the chain has up to here.'),
  hash: hash.describe('The hash of the link, which rests on every link before it.'),
  at: z.iso.datetime().describe('When it was published.'),
})
export type ChainHead = z.infer<typeof chainHeadSchema>

/** What an answer says of the chain behind it. */
export const chained = {
  chain: chainHeadSchema
    .nullable()
    .describe('The newest publication in the chain when this was read, to be noted and checked against later.'),
}

export const linkSchema = z.strictObject({
  number: z.number().int().positive(),
  payloadHash: hash.describe('SHA-256 of the payload.'),
  hash: hash.describe(
    'SHA-256 of {"number":…,"payload":payloadHash,"previous":the hash of the link before}; of 64 zeros before the first.',
  ),
  payload: z
    .string()
    .nullable()
    .describe(
      'A revision or a publication in canonical JSON (RFC 8785), to the letter. Null where readers do not see what is in it.',
    ),
})
export type Link = z.infer<typeof linkSchema>

export const linkFilterSchema = z.strictObject({ cursor: cursor.optional(), limit: pageSize.optional() })
export type LinkFilter = z.infer<typeof linkFilterSchema>

export const linksSchema = pageOf(linkSchema)
