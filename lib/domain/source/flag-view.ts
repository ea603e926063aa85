// Cited words that are not in the newer text any more, as plain data.

export type FlagLine = {
  id: number
  entry: string
  party: string
  demand: string
  source: { slug: string; title: string }
  kind: 'changed' | 'vanished'
  quote: string
  /** What stands in their place now, where that can be told. */
  wordsNow: string | null
  noticedAt: string
}
