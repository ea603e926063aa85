// Writes beside a running Parley until it is killed, through the domain as the desk does: drafts that are typed, sent, asked about, approved,
// corrected and withdrawn. Prints a cookie of somebody signed in, then a line for each thing that was done.
// Run as: node --conditions=react-server --import tsx bench/soak-writer.ts A-SECOND
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@/lib/db/database'
import { authSecretOf } from '@/lib/db/secret'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { remark } from '@/lib/domain/review/remark'
import { requestChanges } from '@/lib/domain/review/request-changes'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { readSettings } from '@/lib/settings'
import { liveRevision, makeDesk, person, readyContent, sentEntry, writtenDraft } from '@/tests/made/desk'
import { makePerson } from '@/tests/made/people'

const database = await openDatabase(readSettings())
Object.assign(process.env, {
  ...{ DATABASE_APP_URL: database.appUrl, DATABASE_PUBLIC_URL: database.publicUrl },
  AUTH_SECRET: authSecretOf(database),
})
const everyMs = 1000 / Number(process.argv[2] ?? 1)

await makeDesk()
const reader = await makePerson('Soak', 'analyst')
console.log(`cookie ${reader.browser.visitor.cookies}`)

const [author, editor] = [person('researcher'), person('editor')]
const said = (number: number) => ({ summary: `Said for the ${number}th time.` })

/** One entry from its first draft to its end: ten writes, four of them seen by readers. */
async function oneEntry(number: number): Promise<void> {
  const { review, entry } = await sentEntry(author, said(number))
  await requestChanges(editor, { review, version: 1, note: 'Name the document.' })
  const amended = await writtenDraft(author, await readyContent(said(number + 1)), entry)
  await sendForReview(author, { ...amended, kind: 'first', reason: null })
  await remark(author, { review, version: 3, note: 'Done.' })
  await approveRevision(editor, { review, version: 4, note: null })
  console.log('published')
  await sleep(everyMs)
  const corrected = await writtenDraft(author, await readyContent(said(number + 2)), entry)
  const second = await sendForReview(author, { ...corrected, kind: 'correction', reason: 'Said in better words' })
  await approveRevision(editor, { review: second.review, version: 1, note: null })
  console.log('published')
  await sleep(everyMs)
  // So that the cell is empty again for the next.
  await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made while measuring' })
  console.log('published')
  await sleep(everyMs)
}

for (let number = 1; ; number += 3) await oneEntry(number)
