import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { findFirstCited } from './cited-articles'
import { EMPTY_DRAFT } from './content'
import { newId } from './new-id'
import { contentOfRevision } from './revision-content'

const startSchema = z.strictObject({
  negotiation: slug,
  /** The article to write from; the entry to change. */
  source: slug.nullable(),
  entry: z.string().max(40).nullable(),
})

/** Begins a new entry, or a change to one as readers and writers last left it, beside the article that it cites first. A second start for the same entry finds the first. */
export async function startDraft(actor: Actor, input: z.input<typeof startSchema>): Promise<{ id: string }> {
  allow(actor, 'write drafts')
  const wanted = parse(startSchema, input)
  return write(
    actor.id,
    async (transaction, note) => {
      const negotiation = await transaction.negotiation.findUnique({ where: { slug: wanted.negotiation } })
      if (!negotiation) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
      const use = wanted.source
        ? await transaction.negotiationSource.findFirst({
            where: { negotiationId: negotiation.id, source: { slug: wanted.source } },
          })
        : null
      if (wanted.source && !use) throw new DomainError('NOT_FOUND', 'This source is not used in the negotiation.')
      // A second start in the same moment, as by a double click, waits and finds the first.
      if (wanted.entry) await transaction.$queryRaw`select 1 from entry where id = ${wanted.entry} for update`
      const entry = wanted.entry
        ? await transaction.entry.findFirst({ where: { id: wanted.entry, negotiationId: negotiation.id } })
        : null
      if (wanted.entry && !entry?.currentRevisionId) throw new DomainError('NOT_FOUND', 'There is no such entry.')
      if (entry) {
        const open = await transaction.draft.findUnique({
          where: { author_entryId: { author: actor.id, entryId: entry.id } },
        })
        if (open) return { id: open.id, began: false }
      }
      const base = entry?.currentRevisionId ?? null
      const id = newId(12)
      await transaction.draft.create({
        data: {
          id,
          negotiationId: negotiation.id,
          author: actor.id,
          sourceId: use?.sourceId ?? (base ? await findFirstCited(transaction, base) : null),
          entryId: entry?.id ?? null,
          baseRevisionId: base,
          content: base ? await contentOfRevision(transaction, base) : EMPTY_DRAFT,
        },
      })
      note({ action: 'start draft', subjectKind: 'draft', subjectId: id, details: { entry: entry?.id ?? null } })
      return { id, began: true }
    },
    ({ began }) => began,
  ).then(({ id }) => ({ id }))
}
