// Changes under review, each to an entry of its own, sent as researchers send them; and an editor, whose cookies are the last line printed.
// Run by bench/queue.ts beside the server: node --conditions=react-server --import tsx bench/fill-queue.ts CHANGES
import { appClient, closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { importDataset } from '@/lib/domain/dataset/import'
import type { DraftContent } from '@/lib/domain/draft/content'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { takeOn } from '@/lib/domain/review/take-on'
import { readSettings } from '@/lib/settings'
import { person } from '@/tests/made/desk'
import { makeNegotiation } from '@/tests/made/negotiation'
import { makePerson } from '@/tests/made/people'

const SLUG = 'queue'
const count = Number(process.argv[2])
const database = await openDatabase(readSettings())
process.env.DATABASE_APP_URL = database.appUrl
await importDataset(makeNegotiation({ slug: SLUG, parties: 12, demands: 60, entries: count }))
const editor = await makePerson('Ed', 'editor')
for (let at = 1; at <= count; at++) {
  const author = person('researcher', `researcher ${at % 8}`)
  const { id } = await startDraft(author, { negotiation: SLUG, source: null, entry: `${SLUG}-${at}` })
  const { content } = await appClient().draft.findUniqueOrThrow({ where: { id } })
  const changed = { ...(content as DraftContent), summary: `Made position ${at}, put more exactly than it was before.` }
  const saved = await saveDraft(author, { id, version: 1, content: changed, source: null })
  const kind = at % 3 === 0 ? 'recoding' : 'correction'
  const { review } = await sendForReview(author, {
    draft: id,
    version: saved.version,
    kind,
    reason: 'Named too loosely',
  })
  if (at % 4 === 0) await takeOn(editor.actor, { review, version: 1, mine: true })
}
console.log(editor.browser.visitor.cookies)
await closeClients()
await database.close()
