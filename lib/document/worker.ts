// Runs in a thread of its own with little memory and no environment; read-document.ts starts it and ends it.
import { parentPort, workerData } from 'node:worker_threads'
import { decode } from './decode'
import type { Document, Reading } from './reading'
import { UnreadableDocument } from './reading'

export type Answer = { reading: Reading } | { refused: string }

async function read({ bytes, kind, charset, url }: Document): Promise<Reading> {
  // Loaded when needed: the PDF reader is large.
  if (kind === 'pdf') return (await import('./pdf')).readPdf(bytes)
  return (await import('./html')).readHtml(decode(bytes, charset), url)
}

const answer = (said: Answer) => parentPort?.postMessage(said)

try {
  answer({ reading: await read(workerData as Document) })
} catch (error) {
  if (!(error instanceof UnreadableDocument)) throw error
  answer({ refused: error.message })
}
