// What a measurement hands back, and how figures become one line of the table.
export type Bar = { atLeast: number } | { atMost: number }

export type Row = {
  what: string
  unit: string
  /** One figure a round. */
  figures: number[]
  bar?: Bar
  /** The bar is for every round: of failures the median is not enough. */
  inEveryRound?: true
  /** What was measured in turn with it in the same run, and one figure a round. */
  reference?: { name: string; figures: number[] }
  /** Of figure to reference, round by round. */
  ratioBar?: Bar
  note?: string
}

export type Result = { name: string; about: string; rows: Row[]; remarks: string[] }

export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** The median of the ratios of one round each, so that what disturbs a round disturbs both sides of it. */
export const ratioOf = ({ figures, reference }: Row): number | null =>
  reference ? median(figures.map((figure, round) => figure / (reference.figures[round] as number))) : null

const within = (figure: number, bar: Bar) => ('atLeast' in bar ? figure >= bar.atLeast : figure <= bar.atMost)

/** Whether the bars are met, by the medians or in every round; null where there is none. */
export function isMet(row: Row): boolean | null {
  const ratio = ratioOf(row)
  const verdicts = [
    ...(row.bar
      ? (row.inEveryRound ? row.figures : [median(row.figures)]).map((figure) => within(figure, row.bar as Bar))
      : []),
    ...(row.ratioBar && ratio !== null ? [within(ratio, row.ratioBar)] : []),
  ]
  return verdicts.length > 0 ? verdicts.every(Boolean) : null
}

/** Runs each in turn, A B A B, and gathers one figure a round from each. */
export async function inTurn<Name extends string>(
  rounds: number,
  subjects: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[]
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) for (const name of names) found[name].push(await subjects[name]())
  return found
}
