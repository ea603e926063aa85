// What the list of corrections says of an entry that is withdrawn afterwards.
import { beforeAll, expect, test } from 'vitest'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { testDatabase } from '@/tests/database'
import { makeDesk, person, readyContent, sentEntry, writtenDraft } from '@/tests/made/desk'
import { listCorrections } from './queries'

await testDatabase()
beforeAll(makeDesk)

test('the words of a withdrawn entry are not repeated, nor those that it had before it was corrected', async () => {
  const [author, editor] = [person('researcher'), person('editor')]
  const { entry, review, version } = await sentEntry(author, { summary: 'Agrees, we wrote.' })
  await approveRevision(editor, { review, version, note: null })
  const draft = await writtenDraft(author, await readyContent({ summary: 'Agrees, we wrote anew.' }), entry)
  const second = await sendForReview(author, { ...draft, kind: 'correction', reason: 'Misquoted' })
  await approveRevision(editor, { review: second.review, version: 1, note: null })
  const said = async () =>
    (await listCorrections()).items
      .filter((item) => item.entry === entry)
      .map(({ kind, isWithdrawn, changes }) => ({ kind, isWithdrawn, fields: changes.map(({ after }) => after) }))
  expect(await said()).toEqual([{ kind: 'correction', isWithdrawn: false, fields: ['Agrees, we wrote anew.'] }])
  await withdrawEntry(editor, { entry, live: 2, reason: 'It was not said' })
  expect(await said()).toEqual([
    { kind: 'withdrawal', isWithdrawn: true, fields: [] },
    { kind: 'correction', isWithdrawn: true, fields: [] },
  ])
  expect(JSON.stringify(await listCorrections())).not.toContain('we wrote')
})
