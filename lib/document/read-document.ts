import { resolve } from 'node:path'
import { decode } from './decode'
import { type Document, NOTHING_SAID, type Reading, UnreadableDocument } from './reading'
import type { Answer } from './worker'

// Asked for at run time: the bundler would follow an import into the worker, and bundle what must be read as it is.
const { Worker } = process.getBuiltinModule('node:worker_threads')

const LONGEST_MS = 20_000
const MOST_HEAP_MB = 256
// Buffers lie outside of a thread's heap: the growth of the whole process is watched for them.
const MOST_GROWTH = 512 * 1024 * 1024
const LOOK_EVERY_MS = 50
const MOST_WAITING = 20

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

type Limits = { longestMs?: number; mostGrowth?: number }

/**
 * Reads a document that may be hostile: in a thread of its own that is ended when it takes too long or too much memory, one document at a time.
 * Throws UnreadableDocument with what to tell the person.
 */
export async function readDocument(document: Document, limits: Limits = {}): Promise<Reading> {
  if (document.kind === 'text') return { ...NOTHING_SAID, text: decode(document.bytes, document.charset) }
  if (waiting >= MOST_WAITING)
    throw new UnreadableDocument('Many documents are being read at this moment. Try again in a minute.')
  waiting++
  const turn = last.then(() => inThread(document, limits))
  last = turn.catch(() => {})
  return turn.finally(() => waiting--)
}

function inThread(document: Document, { longestMs = LONGEST_MS, mostGrowth = MOST_GROWTH }: Limits): Promise<Reading> {
  const worker = new Worker(resolve('lib/document/worker.mjs'), {
    workerData: document,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  })
  const before = process.memoryUsage.rss()
  return new Promise<Reading>((done, fail) => {
    const give = (words: string) => fail(new UnreadableDocument(words))
    const tooLong = setTimeout(() => give('The document takes too long to read. Paste its text.'), longestMs)
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowth) give('The document unpacks into too much. Paste its text.')
    }, LOOK_EVERY_MS)
    const stop = () => {
      clearTimeout(tooLong)
      clearInterval(look)
    }
    worker.once('message', (answer: Answer) => {
      stop()
      if ('reading' in answer) done(answer.reading)
      else give(answer.refused)
    })
    worker.once('error', () => {
      stop()
      give('The document could not be read. Paste its text.')
    })
    worker.once('exit', () => {
      stop()
      give('The document could not be read. Paste its text.')
    })
  }).finally(() => worker.terminate())
}
