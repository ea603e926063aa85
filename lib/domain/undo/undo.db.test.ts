// Undoing in bulk: what it does to readers, who is refused, what makes it stale, and what the database refuses whoever asks.
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient, publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { importDataset } from '@/lib/domain/dataset/import'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { requestChanges } from '@/lib/domain/review/request-changes'
import { sendForReview } from '@/lib/domain/review/send-for-review'
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
import { makeNegotiation } from '@/tests/made/negotiation'
import { approveUndo } from './approve-undo'
import type { Scope } from './kinds'
import { proposeUndo } from './propose-undo'
import { getUndo, listUndoChoices, listUndos, previewUndo } from './queries'
import { rejectUndo } from './reject-undo'
import { retractUndo } from './retract-undo'

const database = await testDatabase()
beforeAll(makeDesk)

const proposer = person('editor', 'proposer')
const second = person('editor', 'second')
const publisher = person('editor', 'publisher')
const seen = (id: string) => publicClient().publishedEntry.findUnique({ where: { id } })
const tombstone = (id: string) => publicClient().tombstone.findUnique({ where: { id } })
const sql = (text: string) => withConnection(database.appUrl, (client: pg.Client) => client.query(text))
const asOwner = (text: string) => withConnection(database.ownerUrl, (client: pg.Client) => client.query(text))
const by = (who: Actor, kind: 'written' | 'approved' = 'written'): Scope => ({
  kind,
  person: who.id,
  from: null,
  to: null,
})

let made = 0
/** A writer of their own for each test. */
const writer = () => person('researcher', `writer-${++made}`)

/** A demand that nobody has spoken about yet, so that any position on it is a new one. */
async function freshDemand(): Promise<string> {
  const one = await appClient().demand.findFirstOrThrow({ where: { slug: 'demand-1' } })
  const { id: _, ...demand } = one
  const slug = `undo-${++made}`
  await appClient().demand.create({ data: { ...demand, slug, ordinal: made } })
  return slug
}

/** An entry that readers see, of this writer. */
async function publishedEntry(author: Actor, summary = 'Agrees to it.', approver = publisher) {
  const { entry, review } = await sentEntry(author, { summary, demand: await freshDemand() })
  await approveRevision(approver, { review, version: 1, note: null })
  return entry
}

async function corrected(author: Actor, entry: string, summary: string, approver = publisher) {
  const row = await appClient().entry.findUniqueOrThrow({ where: { id: entry }, include: { demand: true } })
  const content = await readyContent({ summary, demand: row.demand.slug })
  const sent = await sendForReview(author, {
    ...(await writtenDraft(author, content, entry)),
    kind: 'correction',
    reason: 'Misread',
  })
  await approveRevision(approver, { review: sent.review, version: 1, note: null })
}

async function proposed(scope: Scope, who = proposer, reason = 'Made up by its author') {
  const { fingerprint } = await previewUndo(who, scope)
  const { undo } = await proposeUndo(who, { scope, fingerprint, reason })
  return { undo, version: 1 }
}

async function withdrawn(entry: string, who = publisher) {
  await withdrawEntry(who, { entry, live: await liveRevision(entry), reason: 'Made in a test' })
}

describe('what one account wrote', () => {
  test('is previewed, proposed, approved and undone: new entries are withdrawn, corrected ones go back', async () => {
    const [bad, good] = [writer(), writer()]
    const fresh = await publishedEntry(bad, 'Invented.')
    const spoilt = await publishedEntry(good, 'Agrees to it, as it said.')
    await corrected(bad, spoilt, 'Bent.')
    const later = await publishedEntry(bad, 'Invented too.')
    await corrected(good, later, 'Mended.')

    const preview = await previewUndo(proposer, by(bad))
    expect(preview.counts).toEqual({ correction: 1, withdrawal: 1, later: 1, same: 0 })
    expect(preview.lines).toMatchObject([
      { entry: fresh, outcome: 'withdrawal', now: { summary: 'Invented.' }, after: null },
      {
        entry: spoilt,
        outcome: 'correction',
        now: { summary: 'Bent.' },
        after: { summary: 'Agrees to it, as it said.' },
      },
      { entry: later, outcome: 'later', now: { summary: 'Mended.' }, last: { by: publisher.id, kind: 'correction' } },
    ])
    const at = await proposed(by(bad))
    expect(await seen(fresh)).not.toBeNull()
    expect((await listUndos(second)).waiting).toMatchObject([{ id: at.undo, entries: 2, stage: 'proposed' }])
    expect(await getUndo(second, at.undo)).toMatchObject({
      isStale: false,
      isOwn: false,
      ownLines: 0,
      counts: preview.counts,
    })

    expect(await approveUndo(second, at)).toEqual({ corrections: 1, withdrawals: 1 })
    expect(await seen(fresh)).toBeNull()
    expect(await tombstone(fresh)).toMatchObject({ reason: 'Made up by its author' })
    expect(await seen(spoilt)).toMatchObject({ summary: 'Agrees to it, as it said.', revision: 1 })
    expect(await seen(later)).toMatchObject({ summary: 'Mended.' })
    expect(
      await publicClient().publishedCorrection.findMany({
        where: { entry: { in: [fresh, spoilt] }, reason: 'Made up by its author' },
        orderBy: { kind: 'asc' },
      }),
    ).toMatchObject([
      { entry: spoilt, kind: 'correction', oldRevision: 2, newRevision: 1, comesBack: false },
      { entry: fresh, kind: 'withdrawal', comesBack: false },
    ])
    // One transaction is one instant; nothing was overwritten.
    const publications = await appClient().undoPublication.findMany({
      where: { undoId: at.undo },
      include: { publication: true },
    })
    expect(new Set(publications.map(({ publication }) => publication.publishedAt.getTime())).size).toBe(1)
    expect(publications.map(({ publication }) => publication.publishedBy)).toEqual([second.id, second.id])
    expect(await appClient().publication.count({ where: { entryId: spoilt } })).toBe(3)
    // Rows of who did it: of the undo, and of each entry.
    expect((await auditOf(String(at.undo))).map(({ action, actor }) => `${actor}: ${action}`)).toEqual([
      'proposer: propose undo',
      'second: undo in bulk',
    ])
    expect((await auditOf(fresh)).at(-1)).toMatchObject({
      action: 'undo in bulk',
      actor: second.id,
      details: { undo: at.undo },
    })

    // What was begun from the bent text is overtaken; what begins now begins from what came back.
    const { id } = await startDraft(good, { negotiation: NEGOTIATION, source: null, entry: spoilt })
    expect(await appClient().draft.findUnique({ where: { id } })).toMatchObject({
      content: { summary: 'Agrees to it, as it said.' },
    })
    for (const entry of [spoilt, later]) await withdrawn(entry)
  })

  test('between two instants: only what was published in between', async () => {
    const bad = writer()
    const [before, within, after] = [await publishedEntry(bad), await publishedEntry(bad), await publishedEntry(bad)]
    const at = async (entry: string) =>
      (await appClient().publication.findFirstOrThrow({ where: { entryId: entry } })).publishedAt.getTime()
    const iso = (time: number) => new Date(time).toISOString()
    const scope: Scope = {
      kind: 'written',
      person: bad.id,
      from: iso((await at(before)) + 1),
      to: iso((await at(after)) - 1),
    }
    expect((await previewUndo(proposer, scope)).lines.map(({ entry }) => entry)).toEqual([within])
    await approveUndo(second, await proposed(scope))
    expect([await seen(before), await seen(within), await seen(after)].map((row) => row !== null)).toEqual([
      true,
      false,
      true,
    ])
    await expect(previewUndo(proposer, { ...scope, from: scope.to, to: scope.from })).rejects.toMatchObject({
      code: 'INVALID',
    })
    for (const entry of [before, after]) await withdrawn(entry)
  })
})

test('what one account approved: publications go, and what it withdrew comes back with its address', async () => {
  const [author, bad] = [writer(), person('editor', 'careless')]
  const waved = await publishedEntry(author, 'Waved through.', bad)
  const taken = await publishedEntry(author, 'Taken away.')
  await withdrawn(taken, bad)
  expect((await tombstone(taken))?.reason).toBe('Made in a test')
  const preview = await previewUndo(proposer, by(bad, 'approved'))
  expect(preview.lines).toMatchObject([
    { entry: waved, outcome: 'withdrawal', now: { summary: 'Waved through.' }, after: null },
    { entry: taken, outcome: 'correction', now: null, after: { summary: 'Taken away.' } },
  ])
  await approveUndo(second, await proposed(by(bad, 'approved')))
  expect(await seen(waved)).toBeNull()
  expect(await seen(taken)).toMatchObject({ summary: 'Taken away.', id: taken })
  expect(await tombstone(taken)).toBeNull()
  expect(
    await publicClient().publishedCorrection.findMany({ where: { entry: taken }, orderBy: { id: 'asc' } }),
  ).toMatchObject([
    { kind: 'withdrawal', reason: 'Made in a test', comesBack: false },
    { kind: 'correction', comesBack: true, oldRevision: 1, newRevision: 1 },
  ])
  await withdrawn(taken)
})

describe('an undo', () => {
  test('is undone itself, and that again: readers see what they saw before', async () => {
    const [bad, good] = [writer(), writer()]
    const fresh = await publishedEntry(bad, 'Not invented after all.')
    const changed = await publishedEntry(good, 'First.')
    await corrected(bad, changed, 'Second.')
    const first = await proposed(by(bad))
    await approveUndo(second, first)
    expect(await seen(fresh)).toBeNull()

    const back = await proposed({ kind: 'undo', undo: first.undo }, proposer, 'Undone in error')
    expect(await getUndo(second, first.undo)).toMatchObject({ undoneBy: back.undo })
    await approveUndo(second, back)
    expect(await seen(fresh)).toMatchObject({ summary: 'Not invented after all.', id: fresh })
    expect(await seen(changed)).toMatchObject({ summary: 'Second.' })

    await approveUndo(second, await proposed({ kind: 'undo', undo: back.undo }))
    expect(await seen(fresh)).toBeNull()
    expect(await seen(changed)).toMatchObject({ summary: 'First.' })
    await withdrawn(changed)
  })

  test('of the very same again has nothing to undo', async () => {
    const bad = writer()
    await publishedEntry(bad)
    await approveUndo(second, await proposed(by(bad)))
    const preview = await previewUndo(proposer, by(bad))
    expect(preview.counts).toMatchObject({ withdrawal: 0, correction: 0, later: 1 })
    await expect(
      proposeUndo(proposer, { scope: by(bad), fingerprint: preview.fingerprint, reason: 'Again' }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('nothing to undo') })
  })
})

test('an import from the command line is told by its instant: 1,000 entries in one step', async () => {
  const dataset = makeNegotiation({ slug: 'big', parties: 4, demands: 12, entries: 1_000, seed: 3 })
  await importDataset(dataset)
  const amended = dataset.entries.map((entry, at) =>
    at < 20 ? { ...entry, summary: `${entry.summary} Amended.` } : entry,
  )
  await importDataset({ ...dataset, entries: amended }, { reason: 'A newer file' })
  const { imports } = await listUndoChoices(proposer)
  const [newer, older] = imports.filter(({ negotiation }) => negotiation === 'Made negotiation big')
  expect([newer?.entries, older?.entries]).toEqual([20, 1_000])

  const scope: Scope = { kind: 'import', publication: newer?.publication as number }
  expect((await previewUndo(proposer, scope)).counts).toEqual({ correction: 20, withdrawal: 0, later: 0, same: 0 })
  await approveUndo(second, await proposed(scope))
  expect((await seen('big-1'))?.summary).toBe(dataset.entries[0]?.summary)

  const whole: Scope = { kind: 'import', publication: older?.publication as number }
  // Twenty were changed afterwards, by the newer file and by undoing it, and are left alone.
  const preview = await previewUndo(proposer, whole, 19)
  expect(preview.counts).toEqual({ correction: 0, withdrawal: 980, later: 20, same: 0 })
  expect(preview).toMatchObject({ page: 19, pages: 20 })
  expect(preview.lines.filter(({ outcome }) => outcome === 'later').map(({ last }) => last.by)).toEqual(
    Array(20).fill('second'),
  )
  const done = await approveUndo(second, await proposed(whole))
  expect(done).toEqual({ corrections: 0, withdrawals: 980 })
  expect(await publicClient().publishedEntry.count({ where: { negotiation: 'big' } })).toBe(20)
  // And a further import does not bring back what was withdrawn.
  expect((await importDataset(dataset)).withdrawn).toHaveLength(980)
})

describe('who may', () => {
  for (const actor of everybody) {
    const may = roleMay(actor.role, 'undo in bulk')
    test(`${actor.role} ${may ? 'proposes, and decides about what others proposed' : 'is refused'}`, async () => {
      const bad = writer()
      const entry = await publishedEntry(bad)
      const { fingerprint } = await previewUndo(proposer, by(bad))
      const propose = () => proposeUndo(actor, { scope: by(bad), fingerprint, reason: 'Why not' })
      if (may) {
        const own = { undo: (await propose()).undo, version: 1 }
        await expect(approveUndo(actor, own)).rejects.toMatchObject({ code: 'FORBIDDEN' })
        await expect(rejectUndo(actor, { ...own, note: 'No.' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
        await retractUndo(actor, own)
        const theirs = await proposed(by(bad))
        await expect(retractUndo(actor, theirs)).rejects.toMatchObject({ code: 'FORBIDDEN' })
        await rejectUndo(actor, { ...theirs, note: 'It is right.' })
        expect(await getUndo(actor, theirs.undo)).toMatchObject({
          stage: 'rejected',
          note: 'It is right.',
          decidedBy: actor.id,
        })
        expect((await auditOf(String(theirs.undo))).at(-1)).toMatchObject({ action: 'reject undo', actor: actor.id })
        expect((await auditOf(String(own.undo))).map(({ action }) => action)).toEqual(['propose undo', 'retract undo'])
        expect(await seen(entry)).not.toBeNull()
        await approveUndo(actor, await proposed(by(bad)))
        expect(await seen(entry)).toBeNull()
      } else {
        const at = await proposed(by(bad))
        for (const asked of [
          propose(),
          previewUndo(actor, by(bad)),
          listUndos(actor),
          getUndo(actor, at.undo),
          listUndoChoices(actor),
          approveUndo(actor, at),
          rejectUndo(actor, { ...at, note: 'No.' }),
          retractUndo(actor, at),
        ])
          await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' })
        await approveUndo(second, at)
      }
    })
  }

  test('not the author of what would come back', async () => {
    const bad = writer()
    const author = person('editor', 'author')
    const entry = await publishedEntry(author, 'Of the author.')
    await corrected(bad, entry, 'Bent.')
    const at = await proposed(by(bad))
    expect(await getUndo(author, at.undo)).toMatchObject({ ownLines: 1 })
    await expect(approveUndo(author, at)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining(entry),
    })
    expect(await seen(entry)).toMatchObject({ summary: 'Bent.' })
    await approveUndo(second, at)
    expect(await seen(entry)).toMatchObject({ summary: 'Of the author.' })
    await withdrawn(entry)
  })
})

describe('what changed meanwhile', () => {
  test('between preview and proposal, and between proposal and approval, is noticed; nothing is undone', async () => {
    const [bad, good] = [writer(), writer()]
    const [one, two] = [await publishedEntry(bad), await publishedEntry(bad)]
    const { fingerprint } = await previewUndo(proposer, by(bad))
    const three = await publishedEntry(bad)
    await expect(proposeUndo(proposer, { scope: by(bad), fingerprint, reason: 'Why' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('preview'),
    })
    const at = await proposed(by(bad))
    await corrected(good, two, 'Mended meanwhile.')
    expect(await getUndo(second, at.undo)).toMatchObject({ isStale: true })
    await expect(approveUndo(second, at)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(two),
    })
    expect([await seen(one), await seen(two), await seen(three)].every(Boolean)).toBe(true)
    expect(await getUndo(second, at.undo)).toMatchObject({ stage: 'proposed' })
    await rejectUndo(second, { ...at, note: 'Stale.' })
    await approveUndo(second, await proposed(by(bad)))
    expect([await seen(one), await seen(three)]).toEqual([null, null])
    expect(await seen(two)).toMatchObject({ summary: 'Mended meanwhile.' })
    await withdrawn(two)
  })

  test('what the account publishes after the proposal is not undone with it', async () => {
    const bad = writer()
    const before = await publishedEntry(bad)
    const at = await proposed(by(bad))
    const after = await publishedEntry(bad)
    await approveUndo(second, at)
    expect(await seen(before)).toBeNull()
    expect(await seen(after)).not.toBeNull()
    await withdrawn(after)
  })

  test('decided is decided: over, and at an older version, is a conflict', async () => {
    const bad = writer()
    await publishedEntry(bad)
    const at = await proposed(by(bad))
    await expect(approveUndo(second, { ...at, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await approveUndo(second, at)
    for (const version of [1, 2]) {
      await expect(approveUndo(second, { ...at, version })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(rejectUndo(second, { ...at, version, note: 'No.' })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(retractUndo(proposer, { ...at, version })).rejects.toMatchObject({ code: 'CONFLICT' })
    }
    await expect(approveUndo(second, { undo: 999_999, version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of two who approve at once one is told, and it is done once', async () => {
    const bad = writer()
    const entries = [await publishedEntry(bad), await publishedEntry(bad)]
    const at = await proposed(by(bad))
    const both = await Promise.allSettled([approveUndo(second, at), approveUndo(person('admin'), at)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
    expect(await appClient().publication.count({ where: { entryId: { in: entries } } })).toBe(4)
  })

  test('of two proposals about the same entries the second is stale', async () => {
    const bad = writer()
    await publishedEntry(bad)
    const [one, two] = [await proposed(by(bad)), await proposed(by(bad))]
    const both = await Promise.allSettled([approveUndo(second, one), approveUndo(person('admin'), two)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } })
  })
})

test('a connection that is lost half-way leaves nothing', async () => {
  const bad = writer()
  const entries = [await publishedEntry(bad), await publishedEntry(bad)]
  const at = await proposed(by(bad))
  const counts = async () => [await appClient().publication.count(), await appClient().audit.count()]
  const before = await counts()
  await asOwner(`create function cut() returns trigger language plpgsql security definer as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create trigger cut after insert on undo_publication for each statement execute function cut()`)
  await expect(approveUndo(second, at)).rejects.toThrow()
  await asOwner('drop trigger cut on undo_publication; drop function cut()')
  expect(await counts()).toEqual(before)
  expect(await getUndo(second, at.undo)).toMatchObject({ stage: 'proposed', isStale: false })
  expect((await Promise.all(entries.map(seen))).every(Boolean)).toBe(true)
  await approveUndo(second, at)
  expect(await Promise.all(entries.map(seen))).toEqual([null, null])
})

test('a change under review stays what the entry is written on from', async () => {
  const [bad, good] = [writer(), writer()]
  const entry = await publishedEntry(good, 'As it was.')
  await corrected(bad, entry, 'Bent.')
  const row = await appClient().entry.findUniqueOrThrow({ where: { id: entry }, include: { demand: true } })
  const content = await readyContent({
    summary: 'Mending.',
    demand: row.demand.slug,
  })
  const { review } = await sendForReview(good, {
    ...(await writtenDraft(good, content, entry)),
    kind: 'correction',
    reason: 'Mended',
  })
  expect((await previewUndo(proposer, by(bad))).lines).toMatchObject([{ entry, openReview: review }])
  await approveUndo(second, await proposed(by(bad)))
  expect(await seen(entry)).toMatchObject({ summary: 'As it was.' })
  // Whoever had it open before them saw the entry as it was before the undo.
  await expect(approveRevision(publisher, { review, version: 1, note: null })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await approveRevision(publisher, { review, version: 2, note: null })
  expect(await seen(entry)).toMatchObject({ summary: 'Mending.' })
  const { id } = await startDraft(good, { negotiation: NEGOTIATION, source: null, entry })
  expect(await appClient().draft.findUnique({ where: { id } })).toMatchObject({ content: { summary: 'Mending.' } })
  await withdrawn(entry)
})

test('the database refuses, whoever asks', async () => {
  const bad = writer()
  const entry = await publishedEntry(bad)
  const { undo } = await proposed(by(bad))
  const set = (what: string) => `update undo set ${what} where id = ${undo}`
  const decided = 'decided_at = now(), version = 2'
  await expect(sql(set(`stage = 'done', decided_by = 'second', ${decided}`))).rejects.toThrow(
    /publishing each of its lines/,
  )
  await expect(sql(set(`stage = 'done', decided_by = 'proposer', ${decided}`))).rejects.toThrow(/second person/)
  await expect(sql(set(`stage = 'rejected', decided_by = 'second', ${decided}`))).rejects.toThrow(
    /undo_rejection_says_why/,
  )
  await expect(sql(set(`stage = 'retracted', decided_by = 'second', ${decided}`))).rejects.toThrow(/second person/)
  await expect(sql(set("stage = 'done'"))).rejects.toThrow()
  await expect(sql(set("reason = 'Another'"))).rejects.toThrow(/permission denied/)
  await expect(asOwner(set("reason = 'Another'"))).rejects.toThrow(/keeps what was proposed/)
  await expect(
    sql(
      `insert into undo_line select ${undo}, entry_id, id, null from publication where entry_id <> '${entry}' limit 1`,
    ),
  ).rejects.toThrow(/keeps what was proposed/)
  await expect(
    sql("insert into undo (scope, scope_to, reason, proposed_by, stage) values ('undo', now(), 'x', 'y', 'done')"),
  ).rejects.toThrow(/begins as a proposal|undo_names_its_scope/)
  for (const table of ['undo', 'undo_line', 'undo_publication']) {
    await expect(sql(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(asOwner(`truncate ${table} cascade`)).rejects.toThrow(/never changed or deleted/)
  }
  await approveUndo(second, { undo, version: 1 })
  await expect(asOwner(set("stage = 'rejected', note = 'x'"))).rejects.toThrow(/is over/)
  await expect(asOwner('update undo_line set undo_id = undo_id')).rejects.toThrow(/never changed or deleted/)
  await expect(asOwner('delete from undo_publication')).rejects.toThrow(/never changed or deleted/)
  await expect(sql(`insert into undo_publication select max(id), ${undo} from publication`)).rejects.toThrow(/is over/)
})

test('what an import at the desk brought, also where it was amended under review', async () => {
  const author = writer()
  const { id: negotiationId } = await appClient().negotiation.findUniqueOrThrow({ where: { slug: NEGOTIATION } })
  await appClient().import.create({
    data: {
      id: 'abcdefghij12',
      negotiationId,
      author: author.id,
      fileName: 'made.csv',
      state: 'done',
      doneAt: new Date(),
      mapping: {},
    },
  })
  const brought = async () => {
    const draft = await writtenDraft(author, await readyContent({ demand: await freshDemand() }))
    await appClient().draft.update({ where: { id: draft.draft }, data: { importId: 'abcdefghij12', importRow: made } })
    return sendForReview(author, { ...draft, kind: 'first', reason: null })
  }
  const [plain, amended, unseen] = [await brought(), await brought(), await brought()]
  await approveRevision(publisher, { review: plain.review, version: 1, note: null })
  await requestChanges(publisher, { review: amended.review, version: 1, note: 'Shorter.' })
  const { demand } = await appClient().entry.findUniqueOrThrow({
    where: { id: amended.entry },
    include: { demand: true },
  })
  const content = await readyContent({ demand: demand.slug, summary: 'Shorter.' })
  await sendForReview(author, { ...(await writtenDraft(author, content, amended.entry)), kind: 'first', reason: null })
  await approveRevision(publisher, { review: amended.review, version: 3, note: null })

  expect((await listUndoChoices(proposer)).deskImports).toMatchObject([{ id: 'abcdefghij12', fileName: 'made.csv' }])
  const scope: Scope = { kind: 'desk-import', import: 'abcdefghij12' }
  await approveUndo(second, await proposed(scope))
  expect([await seen(plain.entry), await seen(amended.entry)]).toEqual([null, null])
  // What was not published is not touched.
  expect(await appClient().publication.count({ where: { entryId: unseen.entry } })).toBe(0)
  const { undo } =
    (await appClient().undoPublication.findFirst({
      where: { publication: { entryId: plain.entry } },
      include: { undo: true },
    })) ?? {}
  expect(undo).toMatchObject({ scope: 'desk-import', scopeImportId: 'abcdefghij12' })
})
