// Import and export by the commands that an operator uses, against what the database and the file format cost by themselves.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { withConnection } from '@/lib/db/connection'
import { acquireServer } from '@/lib/db/embedded/server'
import { copyInside } from './copy-inside'
import { installed, MADE, SIZE, say, scratchFolder, writeMade } from './ground'
import { runCommand } from './parley'
import { inTurn, type Result } from './row'

const ROUNDS = 3
const FEW = 10_000

export async function measure(): Promise<Result> {
  const { data, bytes, imported } = await installed()
  const server = await acquireServer(data)
  try {
    let round = 0
    const peaks: number[] = []
    const subjects = {
      export: async () => {
        say('exporting the made record')
        const { seconds, peakMegabytes } = await runCommand('export', [exported, '--negotiation', MADE], data)
        peaks.push(peakMegabytes)
        return SIZE.entries / seconds
      },
      json: async () => {
        const began = performance.now()
        writeFileSync(`${exported}.again`, JSON.stringify(JSON.parse(readFileSync(exported, 'utf8')), null, 2))
        return SIZE.entries / ((performance.now() - began) / 1000)
      },
    }
    const exported = join(scratchFolder(), 'exported.json')
    const out = await inTurn(ROUNDS, subjects)
    const few = await inTurn(ROUNDS, {
      import: async () => {
        say(`importing ${FEW.toLocaleString('en-GB')} further entries`)
        const { file } = writeMade(`few-${++round}`, FEW, round + 1)
        return FEW / (await runCommand('import', [file], data)).seconds
      },
      inside: () => withConnection(server.ownerUrl, (owner: pg.Client) => copyInside(owner, `few-${round}`, FEW)),
    })
    const whole = `${SIZE.entries.toLocaleString('en-GB')} entries, ${Math.round(bytes / 2 ** 20)} MB of JSON`
    return {
      name: 'import-export',
      about:
        'The commands `npm run import` and `npm run export`, with everything that they check, start and stop. Memory is that of the command’s process at its largest; PostgreSQL’s is not in it.',
      rows: [
        ...(imported
          ? [
              { what: `import, ${whole}`, unit: 'entries/s', figures: [SIZE.entries / imported.seconds] },
              { what: 'import, most memory', unit: 'MB', figures: [imported.peakMegabytes] },
            ]
          : []),
        {
          what: `import, ${FEW.toLocaleString('en-GB')} entries into the full database`,
          unit: 'entries/s',
          figures: few.import,
          reference: { name: 'the same rows copied inside PostgreSQL, with all its checks', figures: few.inside },
        },
        {
          what: `export, ${SIZE.entries.toLocaleString('en-GB')} entries, ${Math.round(statSync(exported).size / 2 ** 20)} MB of JSON`,
          unit: 'entries/s',
          figures: out.export,
          reference: { name: 'the same file read and written as JSON', figures: out.json },
        },
        { what: 'export, most memory', unit: 'MB', figures: peaks },
      ],
      remarks: [],
    }
  } finally {
    await server.release()
  }
}
