// Places in a stored text: JavaScript counts units of UTF-16, the record counts code points.

export const toPoints = (text: string, units: number): number => [...text.slice(0, units)].length

export const toUnits = (text: string, points: number): number => [...text].slice(0, points).join('').length

export type Segment = { start: number; end: number; text: string; cited: number[]; suggested: number | null }

/** The text cut where a citation or a suggestion begins or ends; joined again it is whole. Places in UTF-16 units. */
export function segmentsOf(
  text: string,
  cited: readonly { start: number; end: number }[],
  suggested: readonly { start: number; end: number }[],
): Segment[] {
  const cuts = [...new Set([0, text.length, ...[...cited, ...suggested].flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  const inside = (span: { start: number; end: number }, start: number, end: number) =>
    span.start <= start && end <= span.end
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] as number
    const suggestion = suggested.findIndex((span) => inside(span, start, end))
    return {
      start,
      end,
      text: text.slice(start, end),
      cited: cited.flatMap((span, number) => (inside(span, start, end) ? [number] : [])),
      suggested: suggestion < 0 ? null : suggestion,
    }
  })
}
