// Where the words of a quotation stand in a stored text. Pure.

export type Place = { startsAt: number; endsAt: number }
export type Sought = { places: number } | Place

/** Offsets in code points from offsets in UTF-16, as JavaScript counts; made once for a text, since most have no character above U+FFFF. */
export function pointsOf(text: string): (at: number) => number {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs.push(index)
  return (at) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) < at) low = middle + 1
      else high = middle
    }
    return at - low
  }
}

/** Every place of the words, up to `most`; also where they overlap. */
export function placesOf(quote: string, text: string, most: number): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0 && places.length < most; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

const FOLDED: [RegExp, string][] = [
  [/[‘’‚‛`´]/g, "'"],
  [/[“”„«»]/g, '"'],
  [/[‐‑‒–—]/g, '-'],
  [/\s+/g, ' '],
]
const fold = (text: string) => FOLDED.reduce((folded, [sign, plain]) => folded.replace(sign, plain), text).toLowerCase()

/** Whether only quotation marks, dashes, spaces or capitals are different. Folding is remembered for the text last asked about. */
export function nearlyStands(): (quote: string, text: string) => boolean {
  let last: { text: string; folded: string } | null = null
  return (quote, text) => {
    if (last?.text !== text) last = { text, folded: fold(text) }
    return last.folded.includes(fold(quote))
  }
}
