// Drafts: kept as they were typed, by whoever may write, and never one over the other.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { roleMay } from '@/lib/domain/account/roles'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { testDatabase } from '@/tests/database'
import {
  auditOf,
  everybody,
  makeDesk,
  NEGOTIATION,
  person,
  readyContent,
  sentEntry,
  writtenDraft,
} from '@/tests/made/desk'
import { listArticles } from './cited-articles'
import { EMPTY_DRAFT } from './content'
import { discardDraft } from './discard-draft'
import { changedFields } from './merge'
import { getDraft, listDrafts } from './queries'
import { rebaseDraft } from './rebase-draft'
import { saveDraft } from './save-draft'
import { startDraft } from './start-draft'
import { undoToRevision } from './undo-to-revision'

await testDatabase()
beforeAll(makeDesk)

const author = person('researcher')
const begin = (actor = author) =>
  startDraft(actor, { negotiation: NEGOTIATION, source: `${NEGOTIATION}-source-1`, entry: null })

test.each(everybody.map((actor) => [actor.role, actor] as const))('%s: writing drafts, or not', async (role, actor) => {
  if (!roleMay(role, 'write drafts')) return expect(begin(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { id } = await begin(actor)
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['start draft'])
  expect((await listDrafts(actor)).map((draft) => draft.id)).toContain(id)
  const stranger = person('admin', 'stranger')
  await expect(getDraft(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(saveDraft(stranger, { id, version: 1, content: EMPTY_DRAFT, source: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(discardDraft(stranger, { id, version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await discardDraft(actor, { id, version: 1 })
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['start draft', 'discard draft'])
})

test('whatever is typed comes back letter by letter', async () => {
  const { id } = await begin()
  let version = 1
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      async (summary, terms) => {
        const saved = await saveDraft(author, {
          id,
          version,
          content: { ...EMPTY_DRAFT, summary, terms },
          source: null,
        })
        if (!saved.saved) throw new Error('Nobody else writes here.')
        version = saved.version
        const { content } = await getDraft(author, id)
        // No database holds a zero byte.
        expect(content).toEqual({
          ...EMPTY_DRAFT,
          summary: summary.replaceAll('\0', ''),
          terms: terms.replaceAll('\0', ''),
        })
      },
    ),
    { numRuns: 100 },
  )
}, 60_000)

test('1,000 saves by 20 windows at once: every one is kept or told what stands there, none is written over', async () => {
  const { id } = await begin()
  const kept: string[] = []
  let told = 0
  const type = async (window: number) => {
    let { version } = await getDraft(author, id)
    for (let at = 0; at < 50; at++) {
      const words = `window ${window}, save ${at}`
      const answer = await saveDraft(author, { id, version, content: { ...EMPTY_DRAFT, summary: words }, source: null })
      if (answer.saved) kept.push(`${answer.version} ${words}`)
      else told++
      version = answer.version
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, window) => type(window)))
  const end = await getDraft(author, id)
  expect(kept.length + told).toBe(1000)
  // Each save that was acknowledged has a version of its own, without a gap; the last of them is what stands there.
  const versions = kept.map((line) => Number(line.split(' ')[0])).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: kept.length }, (_, at) => at + 2))
  expect(end.version).toBe(kept.length + 1)
  expect(kept).toContain(`${end.version} ${end.content.summary}`)
}, 60_000)

test('words that are sent again because no answer came are saved once; other words on an old version are not', async () => {
  const { id } = await begin()
  const content = { ...(await readyContent()), summary: 'Sent twice.' }
  const first = await saveDraft(author, { id, version: 1, content, source: null })
  expect(first).toMatchObject({ saved: true, version: 2 })
  expect(await saveDraft(author, { id, version: 1, content, source: null })).toEqual(first)
  const other = { ...content, summary: 'From another window.' }
  const told = await saveDraft(author, { id, version: 1, content: other, source: null })
  expect(told).toMatchObject({ saved: false, version: 2 })
  // What the other window is told differs from its own in nothing that was not typed, whatever order the database keeps things in.
  if (!told.saved) expect(changedFields(told.content, other)).toEqual(['summary'])
  expect((await getDraft(author, id)).content).toEqual(content)
  const stranger = person('admin', 'stranger')
  await expect(saveDraft(stranger, { id, version: 1, content, source: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await discardDraft(author, { id, version: 2 })
})

test('a second start of a change to the same entry goes on with the first', async () => {
  const entry = `${NEGOTIATION}-1`
  const first = await startDraft(author, { negotiation: NEGOTIATION, source: null, entry })
  expect(await startDraft(author, { negotiation: NEGOTIATION, source: null, entry })).toEqual(first)
  const draft = await getDraft(author, first.id)
  expect(draft).toMatchObject({ entry: { id: entry, published: true }, overtaken: null })
  expect(draft.content.citations).toHaveLength(1)
  // It opens beside the article that the entry cites.
  expect(draft.source).toBe(draft.content.citations[0]?.source)
  await discardDraft(author, { id: first.id, version: 1 })
})

test('a change that is begun twice in the same moment is begun once', async () => {
  for (let at = 11; at < 15; at++) {
    const entry = `${NEGOTIATION}-${at}`
    const begun = await Promise.all(
      [1, 2, 3].map(() => startDraft(author, { negotiation: NEGOTIATION, source: null, entry })),
    )
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1)
    await discardDraft(author, { id: begun[0]?.id as string, version: 1 })
    const back = await Promise.allSettled([1, 2].map(() => undoToRevision(author, { entry, revision: 1 })))
    expect(back.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(back.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    const [left] = await appClient().draft.findMany({ where: { entryId: entry } })
    await discardDraft(author, { id: left?.id as string, version: 1 })
  }
})

test('a draft can be written beside what it cites, what is open, and what came last; another article is kept with the next save', async () => {
  const content = await readyContent()
  const { draft, version } = await writtenDraft(author, content)
  const other = `${NEGOTIATION}-source-2`
  const choices = await listArticles(author, { negotiation: NEGOTIATION, content }, other)
  expect(choices.slice(0, 2).map(({ slug }) => slug)).toEqual([`${NEGOTIATION}-source-1`, other])
  expect(new Set(choices.map(({ slug }) => slug)).size).toBe(choices.length)
  await expect(listArticles(person('analyst'), { negotiation: NEGOTIATION, content }, null)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const saved = await saveDraft(author, { id: draft, version, content, source: other })
  expect(await getDraft(author, draft)).toMatchObject({ source: other, content })
  await discardDraft(author, { id: draft, version: saved.version })
})

test('who was overtaken sees all three states, and goes on from the merge', async () => {
  const editor = person('editor')
  const [mine, theirs] = [person('researcher', 'mine'), person('researcher', 'theirs')]
  const sent = await sentEntry(author)
  await approveRevision(editor, { review: sent.review, version: 1, note: null })
  const draft = await writtenDraft(mine, await readyContent({ summary: 'Mine.' }), sent.entry)
  const other = await writtenDraft(theirs, await readyContent({ terms: 'Theirs.' }), sent.entry)
  const { review } = await sendForReview(theirs, { ...other, kind: 'correction', reason: 'Terms were missing' })
  await approveRevision(editor, { review, version: 1, note: null })

  const open = await getDraft(mine, draft.draft)
  expect(open.overtaken).toMatchObject({
    base: { summary: 'Agrees to it.', terms: '' },
    now: { terms: 'Theirs.' },
    revision: 2,
  })
  expect(open.content.summary).toBe('Mine.')
  const merged = { ...open.content, terms: 'Theirs.' }
  // Not on an older state of the draft, and not on a revision that is no longer, or not yet, the one that stands there.
  const asked = { id: draft.draft, version: draft.version, content: merged, revision: 2 }
  for (const wrong of [{ version: 1 }, { revision: 1 }, { revision: 3 }])
    await expect(rebaseDraft(mine, { ...asked, ...wrong })).rejects.toMatchObject({ code: 'CONFLICT' })
  const { version } = await rebaseDraft(mine, asked)
  expect((await getDraft(mine, draft.draft)).overtaken).toBeNull()
  await sendForReview(mine, { draft: draft.draft, version, kind: 'correction', reason: 'Clearer' })

  const undo = await undoToRevision(theirs, { entry: sent.entry, revision: 1 })
  expect(await getDraft(theirs, undo.id)).toMatchObject({
    source: `${NEGOTIATION}-source-1`,
    content: { summary: 'Agrees to it.', terms: '' },
  })
  await expect(undoToRevision(theirs, { entry: sent.entry, revision: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(undoToRevision(person('analyst'), { entry: sent.entry, revision: 1 })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(undoToRevision(author, { entry: sent.entry, revision: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await appClient().draft.count({ where: { entryId: sent.entry } })).toBe(1)
})
