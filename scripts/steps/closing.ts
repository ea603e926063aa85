import type { ChildProcess } from 'node:child_process'

/** Closing that hangs is ended by force: a service manager would do the same, only later. */
const PATIENCE = 45_000
const EXIT_CODES: Record<string, number> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** What must be undone before the process ends, newest first. */
const undo: (() => unknown)[] = []
let closing: Promise<void> | null = null
let serving = false

/** Registers something to be closed at the end, whatever the end is. */
export function atClose(work: () => unknown): void {
  undo.push(work)
}

/** From now on a signal is the ordinary way to stop, with exit code 0. Before, it is a start cut short. */
export function nowServing(): void {
  serving = true
}

/** A child that ends with us. It gets no signal of its own from the terminal, so that the order of closing is ours. */
export function endWithUs(child: ChildProcess): void {
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill('SIGTERM')
    })
  undo.push(stop)
  child.once('exit', () => undo.splice(undo.indexOf(stop), 1))
}

/** Closes everything once, however often it is asked, and ends the process. */
export function close(exitCode: number): Promise<void> {
  closing ??= (async () => {
    setTimeout(() => process.exit(exitCode || 1), PATIENCE).unref()
    for (let work = undo.pop(); work; work = undo.pop())
      try {
        await work()
      } catch (error) {
        console.error(error)
      }
    process.exit(exitCode)
  })()
  return closing
}

export const isClosing = (): boolean => closing !== null

/** Ctrl-C reaches us twice (from the terminal and from npm): the second is the same wish. */
export function closeOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!isClosing()) console.log(serving ? '\n  Stopping …' : '\n  Stopped before it was ready.')
      void close(serving ? 0 : (EXIT_CODES[signal] ?? 1))
    })
}
