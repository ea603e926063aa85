// npm test                    everything, in order, up to the first failure
// npm test -- unit db e2e     some parts, and what they need
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atClose, close, closeOnSignals, isClosing } from './steps/closing'
import { printFailure } from './steps/progress'
import { choose, type Part } from './test/parts'
import { NOTHING, plus, type Tally } from './test/tally'

/** Runs the parts until one fails. A part that fails without a failed test (types, say) counts as one failure. */
async function runParts(parts: Part[], reports: string): Promise<Tally> {
  let sum = NOTHING
  for (const { name, run } of parts) {
    const before = sum.failed
    try {
      await run((tally) => {
        sum = plus(sum, tally)
      }, reports)
    } catch (error) {
      if (isClosing()) throw error
      printFailure(error)
      console.error(`Stopped at "${name}". This part again: npm test -- ${name}`)
      return sum.failed > before ? sum : plus(sum, { ...NOTHING, failed: 1 })
    }
  }
  return sum
}

async function main(): Promise<number> {
  const began = Date.now()
  const parts = choose(process.argv.slice(2))
  const reports = mkdtempSync(join(tmpdir(), 'parley-reports-'))
  atClose(() => rmSync(reports, { recursive: true, force: true }))
  const { passed, failed } = await runParts(parts, reports)
  console.log(`\n${((Date.now() - began) / 1000).toFixed(1)} s in all`)
  // Alone on its line and always the last: continuous integration reads it.
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

closeOnSignals()
try {
  await close(await main())
} catch (error) {
  if (!isClosing()) {
    console.error((error as Error).message)
    await close(2)
  }
}
