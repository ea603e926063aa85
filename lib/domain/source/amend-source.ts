import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { rowOf } from './described-row'
import { describedSchema, version } from './desk-schema'
import { findKnown } from './find-known'
import { lockSource } from './lock-source'

const amendSchema = z.strictObject({ source: slug, version, ...describedSchema.shape })

/** Whether somebody may change what is said about a source: editors, and whoever added it. */
export const mayAmend = (actor: Actor, source: { addedBy: string | null }): boolean =>
  roleMay(actor.role, 'amend reference data') || (roleMay(actor.role, 'add sources') && source.addedBy === actor.id)

/** Changes what is said about a source: its grade, label, title and the rest. Its text is none of it. */
export async function amendSource(actor: Actor, input: z.input<typeof amendSchema>): Promise<void> {
  allow(actor, 'add sources')
  const { source: name, version: read, ...told } = parse(amendSchema, input)
  await write(actor.id, async (transaction, note) => {
    const source = await lockSource(transaction, { source: name, version: read })
    if (!mayAmend(actor, source))
      throw new DomainError('FORBIDDEN', 'Editors, and whoever added a source, change what is said about it.')
    const known =
      told.url !== null &&
      told.url !== source.url &&
      (await findKnown(transaction, { addresses: [told.url], text: '' }))
    if (known && known.source.id !== source.id)
      throw new DomainError('INVALID', 'What was sent has faults.', [
        { at: 'url', text: `is the address of another source, ${known.source.slug}` },
      ])
    const row = rowOf(told)
    const before = Object.fromEntries(Object.keys(row).map((field) => [field, source[field as keyof typeof row]]))
    await transaction.source.update({ where: { id: source.id }, data: row })
    note({
      action: 'amend source',
      subjectKind: 'source',
      subjectId: name,
      details: JSON.parse(JSON.stringify({ before, after: row })),
    })
  })
}
