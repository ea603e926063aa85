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

type Row = { version: number; saved_at: Date }
const asSaved = ({ version, saved_at }: Row): Saved => ({ saved: true, version, at: saved_at.toISOString() })

/**
 * Keeps what was typed. One statement, so that it costs little to do often; a draft is no part of the record and leaves no audit row.
 * A window that read an older version is told what stands there now, and nothing is overwritten. Words that stand there already are
 * saved, whatever the version: the window that sent them may not have heard the answer, and sends them again.
 */
export async function saveDraft(actor: Actor, input: z.input<typeof saveSchema>): Promise<Saved> {
  allow(actor, 'write drafts')
  const { id, version: read, content, source } = parse(saveSchema, input)
  const db = appClient()
  const typed = JSON.stringify(content)
  const [row] = await db.$queryRaw<Row[]>`
    update draft set content = ${typed}::jsonb, version = version + 1, saved_at = now(),
      source_id = coalesce((select u.source_id from negotiation_source u join source s on s.id = u.source_id
        where u.negotiation_id = draft.negotiation_id and s.slug = ${source}), source_id)
    where id = ${id} and author = ${actor.id} and version = ${read}
    returning version, saved_at`
  if (row) return asSaved(row)
  const [stored] = await db.$queryRaw<(Row & { content: DraftContent; is_same: boolean })[]>`
    select version, saved_at, content, content = ${typed}::jsonb as is_same from draft where id = ${id} and author = ${actor.id}`
  if (!stored) throw new DomainError('NOT_FOUND', 'This draft is not there any more. It was sent or thrown away.')
  return stored.is_same ? asSaved(stored) : { saved: false, version: stored.version, content: stored.content }
}
