// What a publisher changed between two stored texts, as runs of the same, older and newer words. Pure.
import { diffLines, diffWordsWithSpace } from 'diff'

export type Run = { kind: 'same' | 'old' | 'new'; text: string }

const LONGEST_MS = 1_000

/** Paragraph by paragraph, and word by word where one took the place of another. */
export function diffTexts(older: string, newer: string): Run[] {
  const lines = diffLines(`${older}\n`, `${newer}\n`, { timeout: LONGEST_MS })
  if (!lines)
    return [
      { kind: 'old', text: older },
      { kind: 'new', text: newer },
    ]
  const runs: Run[] = []
  for (let at = 0; at < lines.length; at++) {
    const [here, next] = [lines[at], lines[at + 1]]
    if (!here) continue
    const words =
      here.removed && next?.added ? diffWordsWithSpace(here.value, next.value, { timeout: LONGEST_MS / 4 }) : undefined
    if (words) at++
    for (const part of words ?? [here])
      runs.push({ kind: part.added ? 'new' : part.removed ? 'old' : 'same', text: part.value })
  }
  return runs
}
