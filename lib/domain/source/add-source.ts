import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { rowOf } from './described-row'
import { addSchema } from './desk-schema'
import { findKnown, type Known } from './find-known'
import { linkSource } from './link-source'
import { newSlug } from './new-slug'
import { sketchOf } from './sketch'
import { hashOfText } from './text-hash'

export type Added = { added: true; slug: string } | { added: false; known: Known }

// Any number that nothing else takes: of two who add the same article at once, the second finds the first.
const ADDING_LOCK = 7_201_964

/**
 * Adds an article with its text, for a negotiation. What is there already, by its address or its text, is used there instead of stored twice;
 * what is only like another is told, and added when somebody says that it is another.
 */
export async function addSource(actor: Actor, input: z.input<typeof addSchema>): Promise<Added> {
  allow(actor, 'add sources')
  const { negotiation: inNegotiation, text, origin, fetchedUrl, isAnother, ...told } = parse(addSchema, input)
  return write<Added & { changed: boolean }>(
    actor.id,
    async (transaction, note) => {
      const negotiation = await transaction.negotiation.findUnique({ where: { slug: inNegotiation } })
      if (!negotiation) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
      await transaction.$executeRaw`select pg_advisory_xact_lock(${ADDING_LOCK})`
      const addresses = [told.url, fetchedUrl].filter((url) => url !== null)
      const known = await findKnown(transaction, { addresses, text })
      if (known && !(isAnother && known.by !== 'address')) {
        const used = known.by !== 'likeness' && (await linkSource(transaction, negotiation.id, known.source.id))
        if (used)
          note({
            action: 'use source',
            subjectKind: 'source',
            subjectId: known.source.slug,
            details: { negotiation: inNegotiation },
          })
        return { added: false, known, changed: used }
      }
      const slug = await newSlug(transaction, told)
      const { id } = await transaction.source.create({ data: { ...rowOf(told), slug, fetchedUrl, addedBy: actor.id } })
      const stored = await transaction.sourceText.create({
        data: { sourceId: id, text, sha256: hashOfText(text), origin, recordedBy: actor.id, sketch: sketchOf(text) },
      })
      await transaction.source.update({ where: { id }, data: { currentTextId: stored.id } })
      await linkSource(transaction, negotiation.id, id)
      note({
        action: 'add source',
        subjectKind: 'source',
        subjectId: slug,
        details: {
          negotiation: inNegotiation,
          origin,
          sha256: stored.sha256,
          ...(known && { like: known.source.slug }),
        },
      })
      return { added: true, slug, changed: true }
    },
    ({ changed }) => changed,
  ).then(({ changed: _, ...result }) => result as Added)
}
