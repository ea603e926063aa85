import { z } from 'zod'
import { version } from '@/lib/domain/draft/schema'
import { line } from '@/lib/domain/text/schema'
import { ADDRESS_LENGTH, isAddressHere, NOTE_LENGTH, TITLE_LENGTH } from './address'

const title = z
  .string()
  .transform((text) => text.trim())
  .pipe(line(TITLE_LENGTH))
const note = z
  .string()
  .max(NOTE_LENGTH, `is longer than ${NOTE_LENGTH} characters: shorten it`)
  .transform((text) => text.replaceAll('\0', '').toWellFormed())

export const keepSchema = z.strictObject({
  title,
  address: z
    .string()
    .max(ADDRESS_LENGTH, `is longer than ${ADDRESS_LENGTH} characters`)
    .refine(isAddressHere, 'is not the address of a page of this site: it begins with a single /'),
  note,
})
export const amendSchema = z.strictObject({ id: z.number().int().min(1), version, title, note })
export const forgetSchema = z.strictObject({ id: z.number().int().min(1), version })
