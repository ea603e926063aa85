// The way of a change to readers: what each write does, who is refused, and what the database refuses whoever asks.
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient, publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { testDatabase } from '@/tests/database'
import {
  auditOf,
  everybody,
  liveRevision,
  makeDesk,
  NEGOTIATION,
  person,
  readyContent,
  sentEntry,
  writtenDraft,
} from '@/tests/made/desk'
import { approveRevision } from './approve-revision'
import type { Stage } from './kinds'
import { rejectRevision } from './reject-revision'
import { remark } from './remark'
import { requestChanges } from './request-changes'
import { retractRevision } from './retract-revision'
import { sendForReview } from './send-for-review'
import { takeOn } from './take-on'

const database = await testDatabase()
beforeAll(makeDesk)

const author = person('researcher')
const editor = person('editor')
const seenByReaders = (id: string) => publicClient().publishedEntry.findUnique({ where: { id } })
const stageOf = async (id: number) => (await appClient().review.findUniqueOrThrow({ where: { id } })).stage
const sql = (text: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(text))

/** A demand of its own for each entry, as often as wanted: withdrawn again, so that the cell stays empty. */
async function fresh(by: Actor = author) {
  const sent = await sentEntry(by)
  return { ...sent, at: { review: sent.review, version: sent.version } }
}

test('a new entry goes from its author over a second person to readers, and every step is kept', async () => {
  const { review, entry, at } = await fresh()
  expect(await seenByReaders(entry)).toBeNull()
  await requestChanges(editor, { ...at, note: 'Name the document.' })
  expect(await stageOf(review)).toBe('changes-requested')

  const amended = await writtenDraft(author, await readyContent({ summary: 'Agrees to it in the document.' }), entry)
  await sendForReview(author, { ...amended, kind: 'first', reason: null })
  await remark(author, { review, version: 3, note: 'Done.' })
  await approveRevision(editor, { review, version: 4, note: null })
  expect(await seenByReaders(entry)).toMatchObject({ summary: 'Agrees to it in the document.', revision: 2 })
  const steps = await appClient().reviewStep.findMany({ where: { reviewId: review }, orderBy: { id: 'asc' } })
  expect(steps.map(({ step }) => step)).toEqual(['sent', 'changes-requested', 'sent', 'remark', 'approved'])
  expect((await auditOf(entry)).map(({ action, actor }) => `${actor}: ${action}`)).toEqual([
    'researcher: send for review',
    'editor: request changes',
    'researcher: send for review',
    'researcher: remark',
    'editor: publish',
  ])

  await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
  expect(await seenByReaders(entry)).toBeNull()
  expect(await publicClient().tombstone.findUnique({ where: { id: entry } })).toMatchObject({
    reason: 'Made in a test',
  })
  expect((await auditOf(entry)).at(-1)).toMatchObject({ action: 'withdraw', actor: 'editor' })
})

test('a correction says why, is listed with both states, and is no movement', async () => {
  const { entry, at } = await fresh()
  await approveRevision(editor, { ...at, note: null })
  const without = await writtenDraft(author, await readyContent({ summary: 'Agrees to it, says the text.' }), entry)
  await expect(sendForReview(author, { ...without, kind: 'first', reason: null })).rejects.toMatchObject({
    code: 'INVALID',
  })
  await expect(sendForReview(author, { ...without, kind: 'correction', reason: '  ' })).rejects.toMatchObject({
    code: 'INVALID',
  })
  const { review } = await sendForReview(author, { ...without, kind: 'correction', reason: 'Misquoted' })
  await approveRevision(editor, { review, version: 1, note: null })
  expect(await publicClient().publishedCorrection.findMany({ where: { entry } })).toMatchObject([
    { kind: 'correction', reason: 'Misquoted', oldRevision: 1, newRevision: 2 },
  ])
  const states = await publicClient().publishedState.findMany({ where: { entry }, orderBy: { revision: 'asc' } })
  expect(states.map(({ summary }) => summary)).toEqual(['Agrees to it.', 'Agrees to it, says the text.'])
  await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
})

describe('role, state and action', () => {
  type Decide = (actor: Actor, at: { review: number; version: number }) => Promise<unknown>
  const ACTIONS: Record<
    string,
    { permission: 'review' | 'send for review'; of: 'others' | 'own'; ends: Stage | null; run: Decide }
  > = {
    approve: {
      permission: 'review',
      of: 'others',
      ends: 'approved',
      run: (actor, at) => approveRevision(actor, { ...at, note: null }),
    },
    'request changes': {
      permission: 'review',
      of: 'others',
      ends: 'changes-requested',
      run: (actor, at) => requestChanges(actor, { ...at, note: 'Why?' }),
    },
    reject: {
      permission: 'review',
      of: 'others',
      ends: 'rejected',
      run: (actor, at) => rejectRevision(actor, { ...at, note: 'No.' }),
    },
    'take on': {
      permission: 'review',
      of: 'others',
      ends: null,
      run: (actor, at) => takeOn(actor, { ...at, mine: true }),
    },
    retract: {
      permission: 'send for review',
      of: 'own',
      ends: 'retracted',
      run: (actor, at) => retractRevision(actor, at),
    },
  }
  const withdrawAgain = async (entry: string) => {
    const row = await appClient().entry.findUniqueOrThrow({ where: { id: entry } })
    if (row.livePublicationId)
      await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
  }

  for (const [name, { permission, of, ends, run }] of Object.entries(ACTIONS))
    for (const actor of everybody) {
      const may = roleMay(actor.role, permission)
      test(`${name}: ${actor.role} of what ${of === 'own' ? 'is their own' : 'somebody else wrote'} ${may ? 'may' : 'is refused'}`, async () => {
        const writer = of === 'own' ? (may ? actor : author) : person('researcher', 'somebody')
        const { review, entry, at } = await fresh(writer)
        const audits = (await auditOf(entry)).length
        if (may) {
          await run(actor, at)
          if (ends) expect(await stageOf(review)).toBe(ends)
          expect((await auditOf(entry)).length).toBe(audits + 1)
        } else {
          await expect(run(actor, at)).rejects.toMatchObject({ code: 'FORBIDDEN' })
          expect(await stageOf(review)).toBe('in-review')
          expect((await auditOf(entry)).length).toBe(audits)
        }
        await withdrawAgain(entry)
      })
      if (may)
        test(`${name}: ${actor.role} of ${of === 'own' ? 'somebody else’s' : 'their own'} is refused`, async () => {
          const { review, at } = await fresh(of === 'own' ? person('admin', 'somebody') : actor)
          await expect(run(actor, at)).rejects.toMatchObject({ code: 'FORBIDDEN' })
          expect(await stageOf(review)).toBe('in-review')
        })
    }

  for (const [name, { run, of }] of Object.entries(ACTIONS))
    test(`${name}: stale, and over, is a conflict`, async () => {
      const { review, at } = await fresh()
      const actor = of === 'own' ? author : editor
      await remark(author, { ...at, note: 'One more thing.' })
      await expect(run(actor, at)).rejects.toMatchObject({ code: 'CONFLICT' })
      await rejectRevision(editor, { review, version: 2, note: 'No.' })
      await expect(run(actor, { review, version: 3 })).rejects.toMatchObject({ code: 'CONFLICT' })
    })
})

test('of two who decide at once, one is told', async () => {
  const { entry, at } = await fresh()
  const both = await Promise.allSettled([
    approveRevision(editor, { ...at, note: null }),
    rejectRevision(person('admin'), { ...at, note: 'No.' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  const row = await appClient().entry.findUniqueOrThrow({ where: { id: entry } })
  if (row.livePublicationId)
    await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
})

test('of two first positions in one cell that are approved at once, the second no longer fits', async () => {
  for (const demand of ['demand-2', 'demand-3', 'demand-4']) {
    const sent = [
      await sentEntry(author, { demand }),
      await sentEntry(author, { demand, stance: 'rejects', heldFrom: '2024-06-01' }),
    ]
    const both = await Promise.allSettled(
      sent.map(({ review, version }) => approveRevision(editor, { review, version, note: null })),
    )
    expect(both.map(({ status }) => status).sort(), demand).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'INVALID' } })
    for (const { entry } of sent)
      if (await seenByReaders(entry))
        await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
  }
})

test('a review that is decided while its author sends it again stays decided, and nothing of the author is lost', async () => {
  for (let round = 0; round < 12; round++) {
    const { entry, review, at } = await fresh()
    const amended = await writtenDraft(author, await readyContent({ summary: 'Agrees to it, again.' }), entry)
    const [decided, sent] = await Promise.allSettled([
      round % 2 === 0
        ? rejectRevision(editor, { ...at, note: 'No.' })
        : approveRevision(editor, { ...at, note: null }).then(() => {}),
      sendForReview(author, { ...amended, kind: 'first', reason: 'Named more exactly' }),
    ])
    const codes = [decided, sent].flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(codes.filter((code) => !['CONFLICT', 'INVALID'].includes(code))).toEqual([])
    const stage = await stageOf(review)
    if (decided.status === 'fulfilled') expect(stage).toBe(round % 2 === 0 ? 'rejected' : 'approved')
    else expect(stage).toBe('in-review')
    const draft = await appClient().draft.findUnique({ where: { id: amended.draft } })
    expect(draft === null).toBe(sent.status === 'fulfilled')
    // Out of the way of the next round.
    const open = await appClient().review.findFirst({ where: { entryId: entry, stage: 'in-review' } })
    if (open) await rejectRevision(editor, { review: open.id, version: open.version, note: 'Made in a test.' })
    if (await seenByReaders(entry))
      await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
  }
})

test('a change that is open before an editor while its entry is withdrawn is not approved unseen', async () => {
  const { entry, at } = await fresh()
  await approveRevision(editor, { ...at, note: null })
  const draft = await writtenDraft(author, await readyContent({ summary: 'Agrees to it, more exactly.' }), entry)
  const { review } = await sendForReview(author, { ...draft, kind: 'correction', reason: 'More exactly' })
  await withdrawEntry(person('editor', 'other'), { entry, live: 1, reason: 'The source is forged' })
  await expect(approveRevision(editor, { review, version: 1, note: null })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await seenByReaders(entry)).toBeNull()
  await rejectRevision(editor, { review, version: 2, note: 'Withdrawn.' })
})

test('whoever read the revision before cannot withdraw the one that readers see now', async () => {
  const { entry, review, version } = await sentEntry(author)
  await approveRevision(editor, { review, version, note: null })
  const draft = await writtenDraft(author, await readyContent({ summary: 'Agrees to it, it says.' }), entry)
  const second = await sendForReview(author, { ...draft, kind: 'correction', reason: 'Misquoted' })
  await approveRevision(editor, { review: second.review, version: 1, note: null })
  const withdrawal = { entry, reason: 'Made in a test' }
  await expect(withdrawEntry(editor, { ...withdrawal, live: 1 })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Readers now see revision 2'),
  })
  expect(await publicClient().publishedState.findFirst({ where: { entry, revision: 2 } })).not.toBeNull()
  const both = await Promise.allSettled([1, 2].map(() => withdrawEntry(editor, { ...withdrawal, live: 2 })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await appClient().publication.count({ where: { entryId: entry, kind: 'withdrawal' } })).toBe(1)
})

test('the second of two changes to one entry is a conflict, and its draft is kept', async () => {
  const { entry, at } = await fresh()
  await approveRevision(editor, { ...at, note: null })
  const other = person('researcher', 'other')
  const mine = await writtenDraft(author, await readyContent({ summary: 'Agrees to it (one).' }), entry)
  const theirs = await writtenDraft(other, await readyContent({ summary: 'Agrees to it (two).' }), entry)
  const { review } = await sendForReview(author, { ...mine, kind: 'correction', reason: 'One' })
  await expect(sendForReview(other, { ...theirs, kind: 'correction', reason: 'Two' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await appClient().draft.findUnique({ where: { id: theirs.draft } })).toMatchObject({
    content: { summary: 'Agrees to it (two).' },
  })
  await approveRevision(editor, { review, version: 1, note: null })
  await expect(sendForReview(other, { ...theirs, kind: 'correction', reason: 'Two' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await withdrawEntry(editor, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
})

test.each([
  ['words that are not in the stored text', { quote: 'Made up words!' }, /character for character/],
  ['words at another place', { startsAt: 1, endsAt: 15 }, /character for character/],
  ['a text that is not of the source', { text: 999_999 }, /not stored for this source/],
])('%s are refused, and nothing half-written stays', async (_, change, message) => {
  const content = await readyContent()
  const citations = [{ ...(content.citations[0] as (typeof content.citations)[number]), ...change }]
  const before = await appClient().entry.count()
  const draft = await writtenDraft(author, { ...content, citations })
  await expect(sendForReview(author, { ...draft, kind: 'first', reason: null })).rejects.toMatchObject({
    code: 'INVALID',
    faults: [{ at: 'citations', text: expect.stringMatching(message) }],
  })
  expect(await appClient().entry.count()).toBe(before)
  expect(await appClient().draft.findUnique({ where: { id: draft.draft } })).not.toBeNull()
})

test('the database refuses an author’s own approval, a step back, and a review that ends without a publication', async () => {
  const { review, entry } = await fresh()
  const publish = (by: string) =>
    `insert into publication (negotiation_id, entry_id, revision_id, kind, published_by)
       select negotiation_id, entry_id, revision_id, 'first', '${by}' from review where id = ${review}`
  await expect(sql(publish(author.id))).rejects.toThrow(/nobody publishes their own revision/)
  await expect(sql(`update review set stage = 'approved' where id = ${review}`)).rejects.toThrow(
    /approved by publishing/,
  )
  await expect(sql(`update review set author = 'editor' where id = ${review}`)).rejects.toThrow(/permission denied/)
  await expect(sql(`delete from review where id = ${review}`)).rejects.toThrow(/permission denied/)
  await expect(sql(`update review_step set note = 'x' where review_id = ${review}`)).rejects.toThrow(
    /permission denied/,
  )
  await sql(`update review set stage = 'rejected' where id = ${review}`)
  await expect(sql(`update review set stage = 'in-review' where id = ${review}`)).rejects.toThrow(/is over/)
  expect(await seenByReaders(entry)).toBeNull()
})

test('a speaker added at the desk is not shown before somebody quotes them', async () => {
  await sql(`insert into speaker (negotiation_id, party_id, slug, name, office, ordinal, added_by)
    select n.id, p.id, 'hidden', 'Hidden Person', 'Office', 99, 'researcher' from negotiation n join party p on p.negotiation_id = n.id
    where n.slug = '${NEGOTIATION}' and p.slug = 'silent'`)
  expect(await publicClient().publishedSpeaker.findFirst({ where: { slug: 'hidden' } })).toBeNull()
  const content = await readyContent()
  const [citation] = content.citations
  const sent = await sentEntry(author, {
    citations: [{ ...(citation as NonNullable<typeof citation>), speaker: 'hidden' }],
  })
  await approveRevision(editor, { review: sent.review, version: 1, note: null })
  expect(await publicClient().publishedSpeaker.findFirst({ where: { slug: 'hidden' } })).not.toBeNull()
  await withdrawEntry(editor, { entry: sent.entry, live: await liveRevision(sent.entry), reason: 'Made in a test' })
})

test('who may not write drafts may not begin one', async () => {
  await expect(
    startDraft(person('analyst'), { negotiation: NEGOTIATION, source: null, entry: null }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
