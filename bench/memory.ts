// How much memory a process holds: as the machine sees it, and what is still in use after everything else was collected.
import { WebSocket } from 'undici'

const MB = 1024 * 1024

/** In megabytes, right after a collection. */
export type Memory = {
  /** As the machine sees it: also what was given back by the program and not yet by its allocator. */
  resident: number
  /** The heap with the room that the engine keeps in it, and what it points to outside of itself. */
  reserved: number
  /** What of it is in use. */
  used: number
  /** Of it, finished pages: the page cache, which has a limit. */
  pages: number
}

const SCRIPT = `(() => {
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage()
  return JSON.stringify({ resident: rss, reserved: heapTotal + external, used: heapUsed + external, pages: globalThis.parleyPages?.bytes ?? 0 })
})()`

/** What a Node process started with `--inspect` holds when everything else was collected. */
export async function memoryOf(inspector: string): Promise<Memory> {
  const socket = new WebSocket(inspector)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done)
    socket.addEventListener('error', () => fail(new Error(`${inspector} does not answer.`)))
  })
  let last = 0
  const ask = (method: string, params = {}) =>
    new Promise<{ result?: { value?: string } }>((done) => {
      const id = ++last
      const hear = ({ data }: { data: unknown }) => {
        const answer = JSON.parse(String(data))
        if (answer.id !== id) return
        socket.removeEventListener('message', hear)
        done(answer.result)
      }
      socket.addEventListener('message', hear)
      socket.send(JSON.stringify({ id, method, params }))
    })
  try {
    // Twice: what is finalised in the first is free after the second.
    await ask('HeapProfiler.collectGarbage')
    await ask('HeapProfiler.collectGarbage')
    const { result } = await ask('Runtime.evaluate', { expression: SCRIPT })
    const bytes = JSON.parse(result?.value ?? '{}') as Memory
    return {
      resident: bytes.resident / MB,
      reserved: bytes.reserved / MB,
      used: bytes.used / MB,
      pages: bytes.pages / MB,
    }
  } finally {
    socket.close()
  }
}
