import { existsSync, readFileSync } from 'node:fs'

/** How many tests came to what. */
export type Tally = { passed: number; failed: number; skipped: number }

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export const plus = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** "12 passed, 1 skipped"; what there was none of is left out, but never the passed. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ')
}

type Vitest = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }

export function readVitest(file: string): Tally {
  const report = read<Vitest>(file)
  if (!report) return NOTHING
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

type Playwright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

export function readPlaywright(file: string): Tally {
  const report = read<Playwright>(file)
  if (!report) return NOTHING
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/** Null when the run ended before it could write a report. */
function read<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
}
