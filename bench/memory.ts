// How much memory a process holds: as the machine sees it, and what is still in use after everything else was collected.
import { readFileSync } from 'node:fs'
import { WebSocket } from 'undici'

const MB = 1024 * 1024

/** Resident memory in megabytes. */
export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

/** What a Node process started with `--inspect` still uses after a collection, in megabytes: its heap and what the heap points to. */
export async function usedAfterCollection(inspector: string): Promise<number> {
  const socket = new WebSocket(inspector)
  await new Promise((done, fail) => {
    socket.addEventListener('open', done)
    socket.addEventListener('error', () => fail(new Error(`${inspector} does not answer.`)))
  })
  let last = 0
  const ask = (method: string, params = {}) =>
    new Promise<{ result?: { value?: number } }>((done) => {
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
    const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'
    const { result } = await ask('Runtime.evaluate', { expression })
    return (result?.value ?? Number.NaN) / MB
  } finally {
    socket.close()
  }
}
