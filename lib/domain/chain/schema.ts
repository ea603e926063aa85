import { z } from 'zod'

export const chainHeadSchema = z.strictObject({
  number: z.number().int().positive().describe('How many links the chain has up to here.'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The hash of the link, which rests on every link before it.'),
  at: z.iso.datetime().describe('When it was published.'),
})
export type ChainHead = z.infer<typeof chainHeadSchema>
