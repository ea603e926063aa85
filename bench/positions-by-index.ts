// The table of a day and a page of shifts in PostgreSQL, at 100,000 and at 1,000,000 entries of 60 demands and 12 parties, uncached.
import type pg from 'pg'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'
import { makeScratch } from '@/tests/scratch'
import { fillWith } from './fill'
import { say } from './ground'
import { plansOf } from './plans'
import { inTurn, type Result, type Row } from './row'

const SMALL = 100_000
const LARGE = 1_000_000
const ROUNDS = 15

const NONE = Array(6).fill('null').join(', ')
const QUESTIONS: Record<string, (slug: string) => string> = {
  'table of a day': (slug) => `select * from published_positions('${slug}', '2024-06-01', false)`,
  'table of a day, on the record': (slug) => `select * from published_positions('${slug}', '2024-06-01', true)`,
  'first page of 50 shifts': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, ${NONE}, null, null, 50)`,
  'page of 50 shifts in the middle': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, null, null, null, null, null, '2023-06-01', 0, 'a', 50)`,
  'shifts of one party on one demand': (slug) =>
    `select * from published_entries_page('${slug}', true, true, null, null, '{party-3}', '{demand-7}', null, null, null, null, null, null, 50)`,
}
const KNOWN = (slug: string) => `select * from published_positions_known('${slug}', '2024-06-01', false, now())`
const VIEW = (slug: string) => `select * from positions_as_of('${slug}', '2024-06-01')`

export async function measure(): Promise<Result> {
  const scratch = makeScratch('bench')
  const database = await openDatabase(readSettings({ PARLEY_DATA: scratch.folder }))
  try {
    await migrate(database.ownerUrl, { roles: database })
    await withConnection(database.ownerUrl, async (owner: pg.Client) => {
      for (const entries of [SMALL, LARGE]) {
        say(`filling in ${entries.toLocaleString('en-GB')} entries`)
        await fillWith(owner, entries, slugOf(entries))
      }
    })
    say('asking')
    return await withConnection(database.publicUrl, async (reader: pg.Client) => ({
      name: 'positions-by-index',
      about: `Straight from PostgreSQL over one connection, nothing cached in between. Each question in turn with its reference.`,
      rows: await ask(reader),
      remarks: await withConnection(database.ownerUrl, (owner: pg.Client) => plansOf(owner, slugOf(LARGE))),
    }))
  } finally {
    await database.close()
    scratch.remove()
  }
}

const slugOf = (entries: number) => `made-${entries}`

async function ask(reader: pg.Client): Promise<Row[]> {
  const time = (question: string) => async () => {
    const began = performance.now()
    await reader.query(question)
    return performance.now() - began
  }
  const rows: Row[] = []
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const subjects = { small: time(question(slugOf(SMALL))), large: time(question(slugOf(LARGE))) }
    await inTurn(2, subjects) // warm
    const { small, large } = await inTurn(ROUNDS, subjects)
    rows.push(
      { what: `${name}, ${inThousands(SMALL)} entries`, unit: 'ms', figures: small, bar: { atMost: 100 } },
      {
        what: `${name}, ${inThousands(LARGE)} entries`,
        unit: 'ms',
        figures: large,
        reference: { name: `at ${inThousands(SMALL)}`, figures: small },
        ratioBar: { atMost: 2 },
      },
    )
  }
  for (const entries of [SMALL, LARGE]) {
    say(`the table of a day as it was known, ${inThousands(entries)} entries`)
    const { known, quick } = await inTurn(3, {
      known: time(KNOWN(slugOf(entries))),
      quick: time((QUESTIONS['table of a day'] as (slug: string) => string)(slugOf(entries))),
    })
    rows.push({
      what: `table of a day as it was known at an instant, ${inThousands(entries)} entries`,
      unit: 'ms',
      figures: known,
      reference: { name: 'as it is known now', figures: quick },
    })
  }
  const { quick, view } = await inTurn(3, {
    quick: time((QUESTIONS['table of a day'] as (slug: string) => string)(slugOf(SMALL))),
    view: time(VIEW(slugOf(SMALL))),
  })
  rows.push({
    what: `table of a day, ${inThousands(SMALL)} entries`,
    unit: 'ms',
    figures: quick,
    reference: { name: 'the view over all entries', figures: view },
  })
  return rows
}

const inThousands = (count: number) => count.toLocaleString('en-GB')
