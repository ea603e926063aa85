import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { importId } from './schema'
import type { Sent } from './sent'

const sendSchema = z.strictObject({
  id: importId,
  /** Go on behind this row: those before it were sent, or cannot be yet. */
  after: z.number().int().min(0),
})
const AT_ONCE = 20

/**
 * Sends the next drafts of an import for review, each by itself as its author would, in the order of the rows. One that cannot be sent
 * stays a draft and says why: an entry that follows another of the same import waits until that one is published.
 */
export async function sendDrafts(actor: Actor, input: z.input<typeof sendSchema>): Promise<Sent> {
  allow(actor, 'send for review')
  const { id, after } = parse(sendSchema, input)
  const where = { importId: id, author: actor.id, importRow: { gt: after } }
  const db = appClient()
  const drafts = await db.draft.findMany({ where, orderBy: [{ importRow: 'asc' }, { id: 'asc' }], take: AT_ONCE })
  const done: Sent = { sent: 0, after, left: 0, refused: [] }
  for (const draft of drafts) {
    const row = draft.importRow ?? 0
    done.after = row
    try {
      await sendForReview(actor, { draft: draft.id, version: draft.version, kind: 'first', reason: null })
      done.sent++
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      done.refused.push({ draft: draft.id, row, text: error.faults[0]?.text ?? error.message })
    }
  }
  done.left = await db.draft.count({ where: { ...where, importRow: { gt: done.after } } })
  return done
}
