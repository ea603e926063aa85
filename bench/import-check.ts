// An import through the desk: how long a table of 10,000 rows is checked, and how long other requests wait meanwhile.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { dataFolder } from '@/tests/process/parley'
import { say } from './ground'
import type { Result } from './row'

const ROUNDS = 5

export async function measure(): Promise<Result> {
  say('checking a table of 10,000 rows with 500 faults, and making drafts of the others')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bench/import-check-run.ts', String(ROUNDS)],
    { env: { ...process.env, PARLEY_DATA: dataFolder(), NODE_ENV: 'production' } },
  )
  const figures = JSON.parse(stdout.trim().split('\n').at(-1) as string) as Record<
    'check' | 'run' | 'parse' | 'longestWait' | 'found',
    number[]
  >
  return {
    name: 'import-check',
    about:
      'A table of 10,000 rows with 500 planted faults of 25 kinds, as CSV: read, checked against the record and kept with its report; then 9,500 drafts of it, checked once more, in one transaction. In one process beside its PostgreSQL.',
    rows: [
      {
        what: 'check of 10,000 rows',
        unit: 's',
        figures: figures.check,
        bar: { atMost: 5 },
        inEveryRound: true,
        reference: { name: 'the same file parsed by csv-parse alone and written as JSON', figures: figures.parse },
      },
      {
        what: 'planted faults found',
        unit: 'of 500',
        figures: figures.found,
        bar: { atLeast: 500 },
        inEveryRound: true,
      },
      { what: 'longest wait of other requests during the check', unit: 'ms', figures: figures.longestWait },
      { what: 'making 9,500 drafts', unit: 's', figures: figures.run },
    ],
    remarks: [],
  }
}
