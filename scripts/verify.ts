// npm run verify [-- --head HASH]
import { parseArgs } from 'node:util'
import { withConnection } from '@/lib/db/connection'
import { OperatorError } from '@/lib/operator-error'
import { ensureClient } from './steps/client'

const USAGE =
  'Usage: npm run verify [-- --head HASH]     (HASH: 64 characters, a head noted from the data page or from an export)'

await ensureClient()
// Only now: they need the client.
const { verifyChain } = await import('@/lib/domain/chain/verify')
const { describeVerdict } = await import('./steps/verdict')
const { runCommand, withRecord } = await import('./steps/command')

await runCommand(() => {
  const noted = readNoted()
  return withRecord(({ appUrl }) =>
    withConnection(appUrl, async (client) => {
      await client.query('begin isolation level repeatable read, read only')
      const began = performance.now()
      const verdict = await verifyChain(client, { noted })
      const { text, whole } = describeVerdict(verdict, noted, (performance.now() - began) / 1000)
      console.log(text)
      return whole ? 0 : 1
    }),
  )
})

function readNoted(): string | null {
  try {
    const { values } = parseArgs({ options: { head: { type: 'string' } } })
    if (values.head === undefined) return null
    if (/^[0-9a-f]{64}$/i.test(values.head)) return values.head.toLowerCase()
  } catch {
    // An option that there is none of: the usage says which there are.
  }
  throw new OperatorError(USAGE)
}
