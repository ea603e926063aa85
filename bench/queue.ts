// The queue of the desk with 1,000 changes under review, as an editor's browser asks for it.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { dataFolder } from '@/tests/process/parley'
import { say } from './ground'
import { bodyOf, serve } from './parley'
import { inTurn, type Result, type Row } from './row'

const CHANGES = 1_000
const ROUNDS = 15
/** Only for this run: the process that fills the queue signs in an editor, whom the server must know. */
const AUTH_SECRET = 'of the measurement alone, 32 or more'

const EMPTY = '/desk/queue?stage=rejected'
const QUESTIONS: Record<string, string> = {
  'first page of 100': '/desk/queue',
  'last page of 100': `/desk/queue?page=${CHANGES / 100 - 1}`,
  'what nobody looks at yet, of one kind': '/desk/queue?assigned=nobody&kind=correction',
}

export async function measure(): Promise<Result> {
  const data = dataFolder()
  const app = await serve(data, { AUTH_SECRET })
  try {
    say(`sending ${CHANGES.toLocaleString('en-GB')} changes for review`)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'bench/fill-queue.ts', String(CHANGES)],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: data, AUTH_SECRET },
      },
    )
    const cookie = stdout.trim().split('\n').at(-1) as string
    const page = async (path: string) => (await bodyOf(`${app.url}${path}`, { cookie })).toString()
    const first = await page('/desk/queue')
    if (!first.includes('1,000 changes')) throw new Error('The queue does not show its 1,000 changes.')
    const time = (path: string) => async () => {
      const began = performance.now()
      await page(path)
      return performance.now() - began
    }
    say('asking')
    const rows: Row[] = []
    for (const [what, path] of Object.entries(QUESTIONS)) {
      const subjects = { queue: time(path), empty: time(EMPTY) }
      await inTurn(3, subjects) // warm
      const { queue, empty } = await inTurn(ROUNDS, subjects)
      rows.push({
        what: `${what}, of 1,000 changes in the queue`,
        unit: 'ms',
        figures: queue,
        bar: { atMost: 200 },
        reference: { name: 'the same page of a stage in which nothing is', figures: empty },
      })
    }
    return {
      name: 'queue',
      about:
        'The whole page from the server, never cached, with the session looked up and the badge counted: from the question to the last byte. Server on the first core.',
      rows,
      remarks: [],
    }
  } finally {
    await app.stop()
  }
}
