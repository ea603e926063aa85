// Brings the hostile texts into everything that only the desk writes: drafts, reviews, remarks, reasons, kept views, names, flags.
// Run beside the server: node --conditions=react-server --import tsx e2e/hostile-at-the-desk.ts ADDRESS, after the import of the made negotiation.
import { appClient, closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import type { Actor } from '@/lib/domain/account/actor'
import { EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { keepView } from '@/lib/domain/kept-view/keep-view'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { remark } from '@/lib/domain/review/remark'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { storeText } from '@/lib/domain/source/store-text'
import { readSettings } from '@/lib/settings'
import { liveRevision } from '@/tests/made/desk'
import { HOSTILE, hostileOf } from '@/tests/made/hostile'

const NEGOTIATION = 'hostile'
const database = await openDatabase(readSettings())
process.env.DATABASE_APP_URL = database.appUrl
const db = appClient()
const me = await db.person.findUniqueOrThrow({ where: { email: process.argv[2] ?? '' } })
const viewer: Actor = { id: me.id, name: me.name, role: 'admin' }
// Whoever has no account is shown by the id.
const author: Actor = { id: HOSTILE[1] as string, name: 'Author', role: 'researcher' }
const editor: Actor = { id: HOSTILE[2] as string, name: 'Editor', role: 'editor' }

/** A change to a published entry, written and saved. */
async function changeOf(actor: Actor, entry: string, at: number) {
  const { id } = await startDraft(actor, { negotiation: NEGOTIATION, source: null, entry })
  const { content: before } = await db.draft.findUniqueOrThrow({ where: { id } })
  const was = before as typeof EMPTY_DRAFT
  // Terms are left as they are: whether they changed decides which kinds of shift fit.
  const content = { ...was, summary: hostileOf(at, 190), shiftNote: was.shiftType ? hostileOf(at + 1, 300) : '' }
  const saved = await saveDraft(actor, { id, version: 1, content, source: null })
  return { draft: id, version: saved.version }
}
const send = async (actor: Actor, entry: string, at: number) =>
  sendForReview(actor, { ...(await changeOf(actor, entry, at)), kind: 'correction', reason: hostileOf(at + 2, 300) })

for (const [at, text] of HOSTILE.entries()) {
  await keepView(viewer, { title: hostileOf(at, 120), address: `/hostile?q=${encodeURIComponent(text)}`, note: text })
  if (at % 5 > 0) continue
  const { id } = await startDraft(viewer, { negotiation: NEGOTIATION, source: null, entry: null })
  const content = {
    ...EMPTY_DRAFT,
    party: hostileOf(at, 80),
    demand: hostileOf(at + 9, 80),
    summary: text,
    terms: text,
  }
  await saveDraft(viewer, { id, version: 1, content, source: null })
}
for (let at = 0; at < 20; at++) {
  const { review } = await send(author, `hostile-${100 + at}`, at * 25)
  await approveRevision(editor, { review, version: 1, note: HOSTILE[at * 25] ?? null })
}
const { review } = await send(author, 'hostile-200', 40)
for (let at = 0; at < 100; at++) await remark(editor, { review, version: at + 1, note: HOSTILE[at * 5] as string })
for (let at = 0; at < 40; at++) await send(at % 2 ? author : viewer, `hostile-${201 + at}`, at * 12 + 3)

// Somebody else has changed what the viewer is changing.
const merge = await changeOf(viewer, 'hostile-300', 50)
await send(author, 'hostile-300', 60)
const { draft } = await changeOf(viewer, 'hostile-301', 70)

await withdrawEntry(editor, {
  entry: 'hostile-302',
  live: await liveRevision('hostile-302'),
  reason: hostileOf(17, 300),
})

for (let at = 1; at <= 8; at++) {
  const source = await db.source.findUniqueOrThrow({ where: { slug: `hostile-source-${at}` } })
  const text = `${HOSTILE[at + 5]} stands here now, and nothing else of it.`
  await storeText(viewer, { source: source.slug, version: source.version, text, origin: 'pasted' })
}
console.log(JSON.stringify({ review, merge: merge.draft, draft }))
await closeClients()
await database.close()
