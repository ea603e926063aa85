import { z } from 'zod'
import { slug } from '@/lib/domain/text/schema'
import { FIELDS } from './fields'

const columnName = z.string().min(1).max(100)
const mappingSchema = z.partialRecord(z.enum(FIELDS), columnName)

export const importId = z.string().regex(/^[a-z0-9]{12}$/, 'is not the id of an import')
export const version = z.number().int().min(1)

export const beginSchema = z.strictObject({
  negotiation: slug,
  /** As its owner called it; "pasted table" where there was no file. */
  fileName: z
    .string()
    .transform((name) => name.toWellFormed().replace(/\p{C}/gu, '').trim().slice(-120) || 'pasted table'),
  bytes: z.instanceof(Uint8Array),
  byScript: z.boolean().default(false),
})

export const mapSchema = z.strictObject({ id: importId, version, mapping: mappingSchema })
export const atImport = z.strictObject({ id: importId })
