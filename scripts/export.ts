// npm run export -- FILE [--negotiation SLUG]
import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { closeClients } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/database'
import { migrate } from '@/lib/db/migrate'
import { exportDataset, formatDataset } from '@/lib/domain/dataset/export'
import { listNegotiations } from '@/lib/domain/negotiation/queries'
import { readSettings } from '@/lib/settings'

const USAGE = 'Usage: npm run export -- FILE [--negotiation SLUG]'

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { negotiation: { type: 'string' } } })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(USAGE)
  const database = await openDatabase(readSettings())
  try {
    await migrate(database.ownerUrl, { roles: database })
    process.env.DATABASE_APP_URL = database.appUrl
    process.env.DATABASE_PUBLIC_URL = database.publicUrl
    const dataset = await exportDataset(values.negotiation ?? (await onlyNegotiation()))
    if (!dataset) throw new Error(`There is no negotiation "${values.negotiation}".`)
    // Written whole or not at all.
    await writeFile(`${file}.part`, formatDataset(dataset))
    await rename(`${file}.part`, file)
    console.log(
      `Wrote ${dataset.entries.length.toLocaleString('en-GB')} entries of "${dataset.negotiation.slug}" to ${file}.`,
    )
  } finally {
    await closeClients()
    await database.close()
  }
}

async function onlyNegotiation(): Promise<string> {
  const slugs = (await listNegotiations()).map(({ slug }) => slug)
  if (slugs.length !== 1)
    throw new Error(`Say which negotiation: --negotiation ${slugs.join(' | ') || '… (none is recorded yet)'}`)
  return slugs[0] as string
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
