// npm run export -- FILE [--negotiation SLUG]
import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { OperatorError } from '@/lib/operator-error'
import { ensureClient } from './steps/client'

const USAGE = 'Usage: npm run export -- FILE [--negotiation SLUG]'

await ensureClient()
// Only now: they need the client.
const { findChainHead } = await import('@/lib/domain/chain/head')
const { exportDataset, formatDataset } = await import('@/lib/domain/dataset/export')
const { listNegotiations } = await import('@/lib/domain/negotiation/queries')
const { runCommand, withRecord } = await import('./steps/command')

await runCommand(() => {
  const { file, negotiation } = readArguments()
  return withRecord(async () => {
    const slug = negotiation ?? (await onlyNegotiation())
    const dataset = await exportDataset(slug)
    if (!dataset) throw new OperatorError(`There is no negotiation "${slug}".`)
    // Written whole or not at all.
    await writeFile(`${file}.part`, formatDataset(dataset))
    await rename(`${file}.part`, file)
    console.log(`Wrote ${dataset.entries.length.toLocaleString('en-GB')} entries of "${slug}" to ${file}.`)
    // Not in the file, which says the same of the same record wherever it is imported.
    const head = await findChainHead()
    if (head) console.log(`  head of the chain: ${head.number} ${head.hash}`)
    return 0
  })
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { negotiation: { type: 'string' } },
    })
    const [file] = positionals
    if (file && positionals.length === 1) return { file, negotiation: values.negotiation }
  } catch {
    // An option that there is none of: the usage says which there are.
  }
  throw new OperatorError(USAGE)
}

async function onlyNegotiation(): Promise<string> {
  const slugs = (await listNegotiations()).map(({ slug }) => slug)
  const [only, ...more] = slugs
  if (only && more.length === 0) return only
  throw new OperatorError(`Say which negotiation: --negotiation ${slugs.join(' | ') || '… (none is recorded yet)'}`)
}
