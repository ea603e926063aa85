// One process with a database of its own: checks 10,000 rows with 500 faults and makes drafts of the others, some times over. Says its figures as JSON.
// Run as: node --conditions=react-server --import tsx bench/import-check-run.ts ROUNDS
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parse } from 'csv-parse/sync'
import { closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { beginImport } from '@/lib/domain/import/begin-import'
import { getImport } from '@/lib/domain/import/queries'
import { runImport } from '@/lib/domain/import/run-import'
import { takeBackDrafts } from '@/lib/domain/import/take-back-drafts'
import { readSettings } from '@/lib/settings'
import { person } from '@/tests/made/desk'
import { bytesOf, csvOf, IMPORTED, makeGround, makeRows, plant } from '@/tests/made/import-file'

const database = await openDatabase(readSettings())
Object.assign(process.env, { DATABASE_APP_URL: database.appUrl, DATABASE_PUBLIC_URL: database.publicUrl })
try {
  await migrate(database.ownerUrl, { roles: database })
  await makeGround()
  const { rows, planted } = plant(makeRows(), 20)
  const text = csvOf(rows)
  const author = person('researcher')
  const seconds = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  const figures = {
    check: [] as number[],
    run: [] as number[],
    parse: [] as number[],
    longestWait: [] as number[],
    found: [] as number[],
  }
  for (let round = 0; round < Number(process.argv[2] ?? 3); round++) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    let id = ''
    figures.check.push(
      await seconds(async () => {
        ;({ id } = await beginImport(author, { negotiation: IMPORTED, fileName: 'made.csv', bytes: bytesOf(text) }))
      }),
    )
    delay.disable()
    figures.longestWait.push(delay.max / 1e6)
    const { report } = await getImport(author, id)
    const wanted = new Set(planted)
    figures.found.push(
      report?.faults.filter(({ row, column, code }) => wanted.has(`${row} ${column} ${code}`)).length ?? 0,
    )
    figures.run.push(await seconds(() => runImport(author, { id, version: 1 })))
    await takeBackDrafts(author, { id })
    figures.parse.push(await seconds(async () => JSON.stringify(parse(text, { relax_column_count: true }))))
  }
  console.log(JSON.stringify(figures))
} finally {
  await closeClients()
  await database.close()
}
