// Imports: every fault found at once and none invented, drafts whole or not at all, nothing twice.
import { beforeAll, describe, expect, test } from 'vitest'
import { appClient } from '@/lib/db/client'
import { roleMay } from '@/lib/domain/account/roles'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, person } from '@/tests/made/desk'
import { bytesOf, csvOf, IMPORTED, KINDS, type MadeRow, makeGround, makeRows, plant } from '@/tests/made/import-file'
import { beginImport } from './begin-import'
import { cancelImport } from './cancel-import'
import { discardImport } from './discard-import'
import { claimImport } from './import-progress'
import { mapImport } from './map-import'
import { getImport, getImportProgress, listBrought, listImports } from './queries'
import { runImport } from './run-import'
import { sendDrafts } from './send-drafts'
import { takeBackDrafts } from './take-back-drafts'

await testDatabase()
beforeAll(() => makeGround())

const author = person('researcher')
const begin = (rows: readonly MadeRow[], actor = author) =>
  beginImport(actor, { negotiation: IMPORTED, fileName: 'made.csv', bytes: bytesOf(csvOf(rows)) })
/** Rows of one cell that no other test takes. */
let cell = 0
const few = (count = 3) => {
  cell++
  return makeRows({ each: count }).slice((cell - 1) * count, cell * count)
}
const draftsOf = (id: string) => appClient().draft.count({ where: { importId: id } })

test('10,000 rows with 500 faults of 25 kinds: those 500 are found in one pass and no other; the run gives the same report', async () => {
  const { rows, planted } = plant(makeRows(), 20)
  expect([rows.length, planted.length, KINDS.length, new Set(KINDS.map(({ code }) => code)).size]).toEqual([
    10_000, 500, 25, 25,
  ])
  const { id } = await begin(rows)
  const { report, version } = await getImport(author, id)
  const found = report?.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)
  expect(found?.sort()).toEqual(planted.sort())
  for (const { text, mend } of report?.faults ?? []) expect(Math.min(text.length, mend.length)).toBeGreaterThan(5)
  expect(report).toMatchObject({ rows: 10_000, entries: 10_000, ready: 9_500, faulty: 500 })

  expect(await runImport(author, { id, version })).toEqual(report)
  expect(await draftsOf(id)).toBe(9_500)
  expect((await getImport(author, id)).report).toEqual(report)

  const again = await begin(rows)
  const second = (await getImport(author, again.id)).report
  expect(second).toMatchObject({ ready: 0, faulty: 500 })
  expect(second?.recognised).toHaveLength(9_500)
  expect(second?.faults.map(({ row, column, code }) => `${row} ${column} ${code}`).sort()).toEqual(planted)
  await expect(runImport(author, { id: again.id, version: 1 })).rejects.toMatchObject({ code: 'INVALID' })
  await takeBackDrafts(author, { id })
  await discardImport(author, { id: again.id })
}, 120_000)

describe.each(everybody.map((actor) => [actor.role, actor] as const))('%s', (role, actor) => {
  test('may import or may not; every step leaves its row in the audit', async () => {
    if (!roleMay(role, 'write drafts')) {
      const id = 'aaaaaaaaaaaa'
      for (const write of [
        () => begin(few(), actor),
        () => mapImport(actor, { id, version: 1, mapping: {} }),
        () => runImport(actor, { id, version: 1 }),
        () => cancelImport(actor, { id }),
        () => discardImport(actor, { id }),
        () => takeBackDrafts(actor, { id }),
        () => sendDrafts(actor, { id, after: 0 }),
        () => listImports(actor),
        () => getImport(actor, id),
        () => getImportProgress(actor, id),
        () => listBrought(actor, id, 1),
      ])
        await expect(write()).rejects.toMatchObject({ code: 'FORBIDDEN' })
      return
    }
    const rows = few()
    const { id } = await begin(rows, actor)
    expect((await listImports(actor)).map((line) => line.id)).toContain(id)
    const { mapping } = await getImport(actor, id)
    const { version } = await mapImport(actor, { id, version: 1, mapping })
    await runImport(actor, { id, version })
    const steps = ['begin import', 'map import', 'run import']
    expect((await auditOf(id)).map(({ action, actor: by }) => [action, by])).toEqual(
      steps.map((action) => [action, actor.id]),
    )
    await takeBackDrafts(actor, { id })
    expect((await auditOf(id)).at(-1)?.action).toBe('take back drafts')
  })
})

test('somebody else’s import is not there', async () => {
  const { id } = await begin(few())
  const stranger = person('admin', 'stranger')
  for (const write of [
    () => getImport(stranger, id),
    () => mapImport(stranger, { id, version: 1, mapping: {} }),
    () => runImport(stranger, { id, version: 1 }),
    () => discardImport(stranger, { id }),
    () => takeBackDrafts(stranger, { id }),
  ])
    await expect(write()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(cancelImport(stranger, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
  await discardImport(author, { id })
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['begin import', 'discard import'])
  await expect(getImport(author, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an older state is refused, and so is what an import that is done cannot do', async () => {
  const { id } = await begin(few())
  const { mapping } = await getImport(author, id)
  await mapImport(author, { id, version: 1, mapping })
  await expect(mapImport(author, { id, version: 1, mapping })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(runImport(author, { id, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await runImport(author, { id, version: 2 })
  for (const write of [
    () => runImport(author, { id, version: 4 }),
    () => mapImport(author, { id, version: 4, mapping }),
    () => discardImport(author, { id }),
    () => cancelImport(author, { id }),
  ])
    await expect(write()).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(appClient().import.delete({ where: { id } })).rejects.toThrow()
  await takeBackDrafts(author, { id })
  await expect(takeBackDrafts(author, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('columns are chosen by hand and remembered for the next table with these columns; one column holds one field', async () => {
  const rows = few()
  const text = csvOf(rows).replace('Summary', 'What they hold').replace('Quotation', 'Zitat')
  const bring = () => beginImport(author, { negotiation: IMPORTED, fileName: 'x.csv', bytes: bytesOf(text) })
  const { id } = await bring()
  const { mapping, report } = await getImport(author, id)
  expect([mapping.summary, mapping.quote]).toEqual([undefined, undefined])
  expect(new Set(report?.faults.map(({ code }) => code))).toEqual(new Set(['missing']))
  await expect(
    mapImport(author, { id, version: 1, mapping: { ...mapping, summary: 'Zitat', quote: 'Zitat' } }),
  ).rejects.toMatchObject({ code: 'INVALID' })
  await mapImport(author, { id, version: 1, mapping: { ...mapping, summary: 'What they hold', quote: 'Zitat' } })
  expect((await getImport(author, id)).faults).toBe(0)
  const next = await getImport(author, (await bring()).id)
  expect(next.mapping).toMatchObject({ summary: 'What they hold', quote: 'Zitat' })
  expect(next.faults).toBe(0)
  // Another person chooses for themselves.
  const other = await beginImport(person('editor'), { negotiation: IMPORTED, fileName: 'x.csv', bytes: bytesOf(text) })
  expect((await getImport(person('editor'), other.id)).mapping.quote).toBeUndefined()
  await discardImport(person('editor'), { id: other.id })
  await discardImport(author, { id })
  await discardImport(author, { id: next.id })
})

test('cancelled in the middle it leaves nothing, and can be run again', async () => {
  const rows = makeRows({ demands: 50, parties: 10, each: 2 }).map((row) => ({
    ...row,
    summary: `Once: ${row.summary}`,
  }))
  const { id } = await begin(rows)
  const running = runImport(author, { id, version: 1 })
  const outcome = expect(running).rejects.toMatchObject({ code: 'CONFLICT' })
  // At work as soon as it is claimed; what it makes is seen by nobody before its end.
  await expect.poll(async () => (await getImportProgress(author, id)).state).toBe('running')
  await expect(discardImport(author, { id })).rejects.toMatchObject({ code: 'CONFLICT' })
  await cancelImport(author, { id })
  await outcome
  expect(await draftsOf(id)).toBe(0)
  const open = await getImport(author, id)
  expect(open).toMatchObject({ state: 'open', problem: expect.stringContaining('cancelled') })
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(['begin import', 'cancel import'])
  await runImport(author, { id, version: open.version })
  expect(await draftsOf(id)).toBe(1_000)
  await takeBackDrafts(author, { id })
})

test('a run that fell silent was interrupted: it can be begun again', async () => {
  const { id } = await begin(few())
  await claimImport(author, { id, version: 1 })
  await expect(runImport(author, { id, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
  await appClient().import.update({ where: { id }, data: { progressAt: new Date(Date.now() - 31_000) } })
  expect((await getImport(author, id)).state).toBe('interrupted')
  await runImport(author, { id, version: 2 })
  expect(await draftsOf(id)).toBe(3)
  await takeBackDrafts(author, { id })
})

test('the same rows by two at once: one makes them, the other recognises them', async () => {
  const rows = few(5)
  const [one, two] = [await begin(rows), await begin(rows, person('editor'))]
  const done = await Promise.allSettled([
    runImport(author, { id: one.id, version: 1 }),
    runImport(person('editor'), { id: two.id, version: 1 }),
  ])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await draftsOf(one.id)) + (await draftsOf(two.id))).toBe(5)
  const [first] = done
  await takeBackDrafts(
    ...(first.status === 'fulfilled' ? ([author, one] as const) : ([person('editor'), two] as const)),
  )
})

test('where the record moved on since the check, nothing is made and the new report is shown', async () => {
  const rows = few()
  const [one, two] = [await begin(rows), await begin([...rows, ...few(1)])]
  await runImport(author, { id: one.id, version: 1 })
  await expect(runImport(author, { id: two.id, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  const looked = await getImport(author, two.id)
  expect(looked).toMatchObject({ recognised: 3, report: { ready: 1 }, problem: expect.stringContaining('has changed') })
  await runImport(author, { id: two.id, version: looked.version })
  expect(await draftsOf(two.id)).toBe(1)
  for (const { id } of [one, two]) await takeBackDrafts(author, { id })
})

test('sent for review all at once; revisions keep the import; what is in the record is recognised, also by another person', async () => {
  const rows = few(2)
  const { id } = await begin(rows)
  await runImport(author, { id, version: 1 })
  const first = await sendDrafts(author, { id, after: 0 })
  // The second reaffirms what readers do not see yet: it waits, and says why.
  expect(first).toMatchObject({
    sent: 1,
    left: 0,
    refused: [{ row: 3, text: expect.stringContaining('does not fit') }],
  })
  const revision = await appClient().revision.findFirstOrThrow({ where: { importId: id } })
  expect(revision).toMatchObject({ number: 1, recordedBy: author.id })
  const review = await appClient().review.findFirstOrThrow({ where: { entryId: revision.entryId } })
  await approveRevision(person('editor'), { review: review.id, version: 1, note: null })
  expect(await sendDrafts(author, { id, after: 0 })).toMatchObject({ sent: 1, refused: [] })
  expect((await listBrought(author, id, 1)).lines.map(({ stage }) => stage).sort()).toEqual(['approved', 'in-review'])
  const again = await begin(rows, person('editor'))
  const { report } = await getImport(person('editor'), again.id)
  expect(report?.recognised.map(({ as, by }) => [as, by])).toEqual([
    ['entry', 'content'],
    ['entry', 'content'],
  ])
  await discardImport(person('editor'), { id: again.id })
})

test('a preview says which cells would move, from what to what', async () => {
  const rows = few(2)
  const { id } = await begin([rows[0] as MadeRow, { ...rows[1], stance: 'rejects', shiftType: 'reversal' }])
  const { report } = await getImport(author, id)
  expect(report?.moves.cells).toEqual([
    expect.objectContaining({ from: null, to: { stance: 'rejects', heldFrom: '2023-01-11' }, entries: 2 }),
  ])
  await discardImport(author, { id })
})
