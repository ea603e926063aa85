import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { linkSource } from './link-source'

const shareSchema = z.strictObject({ source: slug, negotiation: slug })

/** Uses a source in a further negotiation, where it is stored once. CONFLICT when it is used there already. */
export async function shareSource(actor: Actor, input: z.input<typeof shareSchema>): Promise<void> {
  allow(actor, 'add sources')
  const wanted = parse(shareSchema, input)
  await write(actor.id, async (transaction, note) => {
    const source = await transaction.source.findUnique({ where: { slug: wanted.source } })
    const negotiation = await transaction.negotiation.findUnique({ where: { slug: wanted.negotiation } })
    if (!source || !negotiation) throw new DomainError('NOT_FOUND', 'There is no such source, or no such negotiation.')
    if (!(await linkSource(transaction, negotiation.id, source.id)))
      throw new DomainError('CONFLICT', 'It is used there already.')
    note({
      action: 'use source',
      subjectKind: 'source',
      subjectId: wanted.source,
      details: { negotiation: wanted.negotiation },
    })
  })
}
