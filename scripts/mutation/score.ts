// How many of the changes were noticed, noun by noun.

export type Outcome = { file: string; status: string }
export type Score = { noticed: number; of: number }

const NOTICED = ['Killed', 'Timeout']
const COUNTED = [...NOTICED, 'Survived', 'NoCoverage']

export function scoresOf(outcomes: readonly Outcome[]): Map<string, Score> {
  const scores = new Map<string, Score>()
  for (const { file, status } of outcomes) {
    if (!COUNTED.includes(status)) continue
    const noun = file.split('/lib/domain/').at(-1)?.split('/')[0] ?? file
    for (const key of [noun, 'all']) {
      const score = scores.get(key) ?? { noticed: 0, of: 0 }
      scores.set(key, { noticed: score.noticed + (NOTICED.includes(status) ? 1 : 0), of: score.of + 1 })
    }
  }
  return scores
}

export const percentOf = ({ noticed, of }: Score): number => (of === 0 ? 100 : (100 * noticed) / of)

export const lineOf = (name: string, score: Score): string =>
  `${name.padEnd(14)} ${percentOf(score).toFixed(1).padStart(5)} %   ${score.noticed} of ${score.of}`
