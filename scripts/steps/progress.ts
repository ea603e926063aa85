import { OperatorError } from '@/lib/operator-error'

/** What a step calls while it works, with a few words on what it does at the moment. */
export type Say = (text: string) => void

const SILENCE = 10_000

/**
 * Runs one step of the start and prints one line for it, with its result and its time. `work` returns the result in words.
 * On a terminal the line lives meanwhile; into a file or a log it is repeated every ten seconds, so that a long step is seen to move.
 */
export async function step<T>(
  title: string,
  work: (say: Say, result: (text: string) => void) => Promise<T>,
): Promise<T> {
  const began = Date.now()
  const live = process.stdout.isTTY
  let [doing, outcome, printed] = ['', '', began]
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  const tick = () => {
    if (live)
      process.stdout.write(
        `\r\x1b[K  ${title.padEnd(10)} ${doing || '…'}  ${seconds()}`.slice(0, (process.stdout.columns || 80) + 5),
      )
    else if (Date.now() - printed >= SILENCE) {
      printed = Date.now()
      console.log(`  ${title.padEnd(10)} … ${doing}  ${seconds()}`)
    }
  }
  const timer = setInterval(tick, 100)
  try {
    return await work(
      (text) => {
        doing = text
      },
      (text) => {
        outcome = text
      },
    )
  } catch (error) {
    outcome = 'failed'
    throw error
  } finally {
    clearInterval(timer)
    console.log(`${live ? '\r\x1b[K' : ''}  ${title.padEnd(10)} ${outcome || 'done'}  ${seconds()}`)
  }
}

/** Prints what stopped us: in plain words when the reader can mend it, with a stack when the fault is ours. */
export function printFailure(error: unknown): void {
  console.error(error instanceof OperatorError ? `\n${error.message}\n` : error)
}
