// A demand worded anew: the old words stay, and what was coded under them waits to be looked at.
import { beforeAll, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { contentOfRevision } from '@/lib/domain/draft/revision-content'
import { getRow } from '@/lib/domain/reference/queries'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { testDatabase } from '@/tests/database'
import { auditOf, makeDesk, NEGOTIATION, person, readyContent, writtenDraft } from '@/tests/made/desk'
import { confirmWording } from './confirm-wording'
import { getDeskWordings, listEarlierCoded, listWordings } from './queries'
import { rewordDemand } from './reword-demand'

const database = await testDatabase()
beforeAll(makeDesk)

const editor = person('editor')
const DEMAND = 'demand-1'
const asked = { negotiation: NEGOTIATION, demand: DEMAND }
const first = {
  proposition: 'The parties agree on made matter number 1.',
  lowEnd: 'Refuses it.',
  highEnd: 'Insists on it.',
}
const second = { ...first, highEnd: 'Insists on it in writing.' }
const version = async () => (await getRow(editor, NEGOTIATION, 'demand', DEMAND)).version
const reword = async (words: typeof first, allHold = false) =>
  rewordDemand(editor, { ...asked, ...words, reason: 'Clearer.', allHold, version: await version() })
const entriesOf = async () =>
  (await appClient().publishedEntry.findMany({ where: asked, orderBy: { id: 'asc' } })).map(({ id }) => id)

test('the first wording is there from the beginning, and readers are told of no other', async () => {
  expect(await listWordings(NEGOTIATION, DEMAND)).toMatchObject([{ number: 1, ...first }])
})

test('worded anew: the words of before are kept, every entry waits, and an audit row names them', async () => {
  const entries = await entriesOf()
  const { number, earlier } = await reword(second)
  expect(number).toBe(2)
  expect(earlier.toSorted()).toEqual(entries)
  expect(await listWordings(NEGOTIATION, DEMAND)).toMatchObject([
    { number: 2, ...second, reason: 'Clearer.' },
    { number: 1, ...first },
  ])
  expect((await listEarlierCoded(entries)).toSorted()).toEqual(entries)
  expect((await getDeskWordings(editor, NEGOTIATION, DEMAND)).wordings[0]?.by).toBe('editor')
  expect(await auditOf(DEMAND)).toMatchObject([{ action: 'reword demand', details: { earlier, before: first } }])
})

test('is refused to others, without a change, without a reason, and to who read older words', async () => {
  const read = await version()
  const asking = { ...asked, ...first, reason: 'Because.', allHold: false, version: read }
  await expect(rewordDemand(person('researcher'), asking)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(rewordDemand(editor, { ...asking, ...second })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(rewordDemand(editor, { ...asking, reason: '' })).rejects.toMatchObject({ faults: [{ at: 'reason' }] })
  await expect(rewordDemand(editor, { ...asking, version: read - 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await version()).toBe(read)
})

test('one is confirmed; a second time, and by others, it is refused', async () => {
  const [entry = ''] = await entriesOf()
  const confirm = { ...asked, wording: 2, entries: [entry] }
  await expect(confirmWording(person('researcher'), confirm)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(confirmWording(editor, { ...confirm, wording: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await confirmWording(editor, confirm)
  expect(await listEarlierCoded(await entriesOf())).not.toContain(entry)
  await expect(confirmWording(editor, confirm)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await auditOf(DEMAND)).at(-1)).toMatchObject({ action: 'confirm wording', details: { entries: [entry] } })
})

test('one that is re-coded is in order when the re-coding is published', async () => {
  const [, entry = ''] = await entriesOf()
  const author = person('researcher')
  const { currentRevisionId } = await appClient().entry.findUniqueOrThrow({ where: { id: entry } })
  const content = await appClient().$transaction((transaction) =>
    contentOfRevision(transaction, currentRevisionId as number),
  )
  const draft = await writtenDraft(author, { ...content, summary: 'Read anew under the new words.' }, entry)
  const { review } = await sendForReview(author, { ...draft, kind: 'recoding', reason: 'The demand says it anew.' })
  expect(await listEarlierCoded([entry])).toEqual([entry])
  await approveRevision(editor, { review, version: 1, note: null })
  expect(await listEarlierCoded([entry])).toEqual([])
})

test('where all hold, none waits; and words that come back are no others', async () => {
  const third = { ...second, lowEnd: 'Refuses it outright.' }
  expect((await reword(third, true)).earlier).toEqual([])
  expect(await listEarlierCoded(await entriesOf())).toEqual([])
  // Back to the first words: what was coded under them is in order; only what was coded under the second waits.
  const { earlier } = await reword(first)
  expect(earlier).toEqual((await entriesOf()).slice(1, 2))
})

test('whoever changes a demand past the domain, as an import, leaves its words on record too', async () => {
  await appClient().demand.updateMany({ where: { slug: 'demand-2' }, data: { proposition: 'Said by an import.' } })
  expect((await listWordings(NEGOTIATION, 'demand-2')).map(({ number, proposition }) => [number, proposition])).toEqual(
    [
      [2, 'Said by an import.'],
      [1, 'The parties agree on made matter number 2.'],
    ],
  )
})

test('wordings and confirmations are never changed, not even by the owner', async () => {
  for (const table of ['demand_wording', 'wording_confirmation'])
    await withConnection(database.ownerUrl, async (owner) => {
      await expect(owner.query(`update ${table} set id = id`)).rejects.toThrow(/never changed/)
      await expect(owner.query(`delete from ${table}`)).rejects.toThrow(/never changed/)
      await expect(owner.query(`truncate ${table} cascade`)).rejects.toThrow(/never changed/)
    })
})

test('a draft that was written under earlier words counts as coded under these, however late it is sent', async () => {
  const author = person('researcher', 'slow')
  const draft = await writtenDraft(author, await readyContent({ demand: DEMAND }))
  await reword({ ...second, lowEnd: 'Refuses it for good.' })
  const sent = await sendForReview(author, { ...draft, kind: 'first', reason: null })
  await approveRevision(editor, { review: sent.review, version: 1, note: null })
  expect(await listEarlierCoded([sent.entry])).toEqual([sent.entry])
})
