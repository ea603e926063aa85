import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Dataset } from '@/lib/domain/dataset/schema'
import { DATA } from './server-address'

/** Imports a dataset into the database that the running server uses, by the command that an operator would use. */
export async function importBeside(dataset: Dataset): Promise<string> {
  const folder = process.env[DATA]
  if (!folder) throw new Error('There is no server: e2e/server.ts has not run.')
  const file = join(folder, `${dataset.negotiation.slug}.json`)
  writeFileSync(file, JSON.stringify(dataset))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', file],
    {
      env: { ...process.env, PARLEY_DATA: folder, DATABASE_URL: '', DATABASE_APP_URL: '', DATABASE_PUBLIC_URL: '' },
    },
  )
  return stdout
}
