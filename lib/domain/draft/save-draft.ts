import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import type { DraftContent } from './content'
import { draftContentSchema, draftId, version } from './schema'

const saveSchema = z.strictObject({
  id: draftId,
  version,
  content: draftContentSchema,
  /** The article that is open beside it. */
  source: slug.nullable(),
})

/** What another window saved meanwhile; the words that could not be saved stay in the form. */
export type Saved =
  | { saved: true; version: number; at: string }
  | { saved: false; version: number; content: DraftContent }

/**
 * Keeps what was typed. One statement, so that it costs little to do often; a draft is no part of the record and leaves no audit row.
 * A window that read an older version is told what stands there now, and nothing is overwritten.
 */
export async function saveDraft(actor: Actor, input: z.input<typeof saveSchema>): Promise<Saved> {
  allow(actor, 'write drafts')
  const { id, version: read, content, source } = parse(saveSchema, input)
  const db = appClient()
  const [row] = await db.$queryRaw<{ version: number; saved_at: Date }[]>`
    update draft set content = ${JSON.stringify(content)}::jsonb, version = version + 1, saved_at = now(),
      source_id = coalesce((select u.source_id from negotiation_source u join source s on s.id = u.source_id
        where u.negotiation_id = draft.negotiation_id and s.slug = ${source}), source_id)
    where id = ${id} and author = ${actor.id} and version = ${read}
    returning version, saved_at`
  if (row) return { saved: true, version: row.version, at: row.saved_at.toISOString() }
  const stored = await db.draft.findFirst({ where: { id, author: actor.id } })
  if (!stored) throw new DomainError('NOT_FOUND', 'This draft is not there any more. It was sent or thrown away.')
  return { saved: false, version: stored.version, content: stored.content as DraftContent }
}
