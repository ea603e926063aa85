import { z } from 'zod'
import { OperatorError } from '@/lib/operator-error'

/** Goes up when an older Parley could no longer read the file. */
const VERSION = 1

const headerSchema = z.object({
  parleyBackup: z.literal(VERSION),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** How many rows each table has. */
  rows: z.record(z.string(), z.number().int()),
  sequences: z.record(z.string(), z.object({ value: z.string().regex(/^-?\d+$/), used: z.boolean() })),
  /** lib/db/canonical-hash.ts of what follows. */
  canonicalHash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The first line of a backup. */
export type Header = z.infer<typeof headerSchema>

/** What stands before the rows of each table; `END` stands behind them. */
export const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) })

/** No row looks like this: COPY writes a backslash in a value as two. */
export const END = '\\.\n'

export const newHeader = (fields: Omit<Header, 'parleyBackup' | 'takenAt'>): Header => ({
  parleyBackup: VERSION,
  takenAt: new Date().toISOString(),
  ...fields,
})

export function parseHeader(line: string): Header {
  const given: unknown = JSON.parse(line)
  const version = (given as { parleyBackup?: number }).parleyBackup
  if (version !== VERSION)
    throw new OperatorError(`This backup has format ${version}; this Parley reads ${VERSION}. Use a newer checkout.`)
  return headerSchema.parse(given)
}
