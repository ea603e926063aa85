// What several measurements stand on: one installation with the real record and a made one, made when first asked for.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeNegotiation } from '@/tests/made/negotiation'
import { dataFolder, endEverything } from '@/tests/process/parley'
import { runCommand, serve } from './parley'

export const REAL = 'ukraine'
export const MADE = 'made'
export const SIZE = { parties: 12, demands: 60, entries: 100_000 }

const began = performance.now()

export function say(text: string): void {
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

let scratch: string | null = null

/** A folder for files of this run; gone at its end. */
export function scratchFolder(): string {
  scratch ??= mkdtempSync(join(tmpdir(), 'parley-bench-'))
  return scratch
}

/** Writes a made negotiation as a file that the import reads. */
export function writeMade(slug: string, entries: number, seed = 1): { file: string; bytes: number } {
  const file = join(scratchFolder(), `${slug}.json`)
  writeFileSync(file, JSON.stringify(makeNegotiation({ ...SIZE, entries, slug, seed })))
  return { file, bytes: statSync(file).size }
}

export type Installation = {
  data: string
  file: string
  bytes: number
  /** Null where an installation of before was named. */
  imported: { seconds: number; peakMegabytes: number } | null
}

let installation: Promise<Installation> | null = null

export function installed(): Promise<Installation> {
  installation ??= install()
  return installation
}

async function install(): Promise<Installation> {
  // While one works on a measurement: an installation with both records, so that the import need not be waited for again.
  if (process.env.BENCH_DATA) return { data: process.env.BENCH_DATA, imported: null, ...writeMade(MADE, SIZE.entries) }
  const data = dataFolder()
  say('starting Parley once, which imports the real record')
  await (await serve(data)).stop()
  say(`importing a made record of ${SIZE.entries.toLocaleString('en-GB')} entries`)
  const made = writeMade(MADE, SIZE.entries)
  const imported = await runCommand('import', [made.file], data)
  return { data, ...made, imported }
}

/** Stops every server and removes every folder of this run. */
export async function clearGround(): Promise<void> {
  await endEverything()
  if (scratch) rmSync(scratch, { recursive: true, force: true })
}
