// The hash chain: how fast every link is checked against the rows, and what making the links costs a writer.
import type pg from 'pg'
import { withConnection } from '@/lib/db/connection'
import { acquireServer } from '@/lib/db/embedded/server'
import { hashOf } from '@/lib/domain/chain/hashes'
import { verifyChain } from '@/lib/domain/chain/verify'
import { copyInside } from './copy-inside'
import { installed, say, writeMade } from './ground'
import { runCommand } from './parley'
import { inTurn, type Result } from './row'

const ROUNDS = 3
const FEW = 10_000
const OFF = [
  'alter table revision disable trigger revision_is_chained',
  'alter table publication disable trigger publication_is_chained',
]

export async function measure(): Promise<Result> {
  const { data } = await installed()
  say(`importing ${FEW.toLocaleString('en-GB')} further entries`)
  const { file } = writeMade('chained', FEW, 3)
  await runCommand('import', [file], data)
  const server = await acquireServer(data)
  try {
    return await withConnection(server.ownerUrl, async (owner: pg.Client) => {
      say('reading every payload once')
      const payloads = await readPayloads(owner)
      const bytes = payloads.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
      const checking = await inTurn(ROUNDS, {
        verify: async () => {
          say('checking the whole chain')
          await owner.query('begin isolation level repeatable read, read only')
          const began = performance.now()
          const { links, fault } = await verifyChain(owner)
          const perSecond = links / ((performance.now() - began) / 1000)
          await owner.query('rollback')
          if (fault) throw new Error(`The chain has a fault at ${fault.number}: ${fault.about}: ${fault.text}`)
          return perSecond
        },
        sha256: async () => {
          const began = performance.now()
          for (const text of payloads) hashOf(text)
          return payloads.length / ((performance.now() - began) / 1000)
        },
      })
      const writing = await inTurn(ROUNDS, {
        chained: () => copyInside(owner, 'chained', FEW),
        unchained: () => copyInside(owner, 'chained', FEW, OFF),
      })
      return {
        name: 'chain',
        about: `The hash chain over ${payloads.length.toLocaleString('en-GB')} links, ${Math.round(bytes / 2 ** 20)} MB of payloads. Checking reads every row anew, makes its payload, and hashes it and the link; stored texts are hashed too.`,
        rows: [
          {
            what: 'links checked against the rows',
            unit: 'links/s',
            figures: checking.verify,
            bar: { atLeast: 10_000 },
            reference: { name: 'SHA-256 of the same payloads, read before', figures: checking.sha256 },
          },
          {
            what: `${FEW.toLocaleString('en-GB')} entries copied inside PostgreSQL, two links each`,
            unit: 'entries/s',
            figures: writing.chained,
            reference: { name: 'the same without the chain', figures: writing.unchained },
          },
        ],
        remarks: [],
      }
    })
  } finally {
    await server.release()
  }
}

async function readPayloads(owner: pg.Client): Promise<string[]> {
  const payloads: string[] = []
  for (let after = 0; ; after += 5_000) {
    const { rows } = await owner.query<{ payload: string }>('select payload from published_chain($1, 5000)', [after])
    if (rows.length === 0) return payloads
    payloads.push(...rows.map(({ payload }) => payload))
  }
}
