// All revisions and publications, played again from their rows, give what the database keeps of the present and shows of any past.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDataset } from '@/lib/domain/dataset/check'
import { importDataset } from '@/lib/domain/dataset/import'
import { positionOn } from '@/lib/domain/position/rules'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'
import { replay } from '@/tests/replay'
import { presentOf, rowsOf } from '@/tests/replay-of-rows'

const database = await testDatabase()
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(database.appUrl)
  await client.connect()
})
afterAll(() => client.end())

/** The whole of it: what is live by its columns and by the view, and the positions of days as known at instants. */
async function holdsOf(negotiation: string, days: string[]): Promise<{ entries: number; instants: number }> {
  const { saved, published } = await rowsOf(client, negotiation)
  const shown = [...replay(saved, published).values()].flat().sort((a, b) => (a.entry < b.entry ? -1 : 1))
  expect(await presentOf(client, negotiation)).toEqual(shown)
  const view = await client.query(
    `select id as entry, revision, stance, shift_kind as kind, held_from::text as "heldFrom", ordinal from published_entry
     where negotiation = $1 order by id collate "C"`,
    [negotiation],
  )
  expect(view.rows).toEqual(shown.map(({ cell: _, ...entry }) => expect.objectContaining(entry)))

  const all = [...new Set(published.map(({ at }) => at))]
  // The first, the last and some between; an instant before all of them knows nothing.
  const instants = [
    '2000-01-01T00:00:00.000000Z',
    ...all.filter((_, at) => at % Math.ceil(all.length / 6) === 0 || at === all.length - 1),
  ]
  for (const at of instants)
    for (const day of days) {
      const positions = [...replay(saved, published, at).values()]
        .flatMap((cell) => positionOn(cell, day)?.entry ?? [])
        .map(({ entry, revision, stance }) => ({ entry, revision, stance }))
      const known = await client.query(
        'select entry, revision, stance from published_positions_known($1, $2::date, false, $3::timestamptz)',
        [negotiation, day, at],
      )
      const byEntry = (a: { entry: string }, b: { entry: string }) => (a.entry < b.entry ? -1 : 1)
      expect(known.rows.sort(byEntry), `${day} as known at ${at}`).toEqual(positions.sort(byEntry))
    }
  return { entries: shown.length, instants: instants.length }
}

test('the record that ships', async () => {
  const checked = checkDataset(readFileSync('data/ukraine.json', 'utf8'))
  if (!checked.ok) throw new Error('The file has faults.')
  await importDataset(checked.dataset)
  // And again with changes, so that there is a past.
  const [changed] = checked.dataset.entries
  if (!changed) throw new Error('There is no entry.')
  changed.summary = `${changed.summary.slice(0, 150)} (said again)`
  await importDataset(checked.dataset, { reason: 'Said in other words' })
  const held = await holdsOf('ukraine', ['2022-04-01', '2026-06-01'])
  expect(held.entries).toBe(checked.dataset.entries.length)
})

test('a made record that is corrected, withdrawn from and published again, again and again', async () => {
  const made = makeNegotiation({ slug: 'replayed', parties: 4, demands: 5, entries: 300, seed: 13 })
  await importDataset(made)
  for (let round = 0; round < 5; round++) {
    for (const entry of made.entries.filter((_, at) => at % 11 === round))
      Object.assign(entry, {
        ...{ summary: `Said anew ${round}.`, stance: round % 2 ? 'opposes' : 'accepts', terms: null, shift: null },
        heldFrom: `202${round + 1}-05-0${round + 1}`,
      })
    await importDataset(made, { reason: `Round ${round}` })
    await client.query(
      `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by)
       select e.negotiation_id, e.id, b.revision_id, 'withdrawal', 'Made in error', 'editor' from entry e join publication b on b.id = e.live_publication_id
       where e.id like $1`,
      [`replayed-%${round}`],
    )
  }
  const held = await holdsOf('replayed', ['2022-06-01', '2026-12-31'])
  expect(held.entries).toBeGreaterThan(100)
  expect(held.entries).toBeLessThan(300)
  expect(held.instants).toBeGreaterThan(5)
})
