import 'server-only'
import type { Said } from './entry-of-group'
import { type FaultCode, shownValue } from './faults'
import type { Field } from './fields'
import type { Reader } from './load-ground'
import { nearlyStands, placesOf, pointsOf } from './place-of-quote'

const TEXTS_AT_ONCE = 20
const PLACES_TOLD = 100

/** Looks for the words of every citation in the stored text of its source, and puts down where they stand. A few texts at a time are in memory. */
export async function findPlaces(
  db: Pick<Reader, 'sourceText'>,
  said: readonly Said[],
  pace: () => Promise<void> | undefined,
): Promise<void> {
  const byText = new Map<number, { of: Said; at: number }[]>()
  for (const of of said)
    for (const [at, { text }] of of.citations.entries())
      if (text) byText.set(text.textId, [...(byText.get(text.textId) ?? []), { of, at }])
  const ids = [...byText.keys()].sort((a, b) => a - b)
  const nearly = nearlyStands()
  for (let from = 0; from < ids.length; from += TEXTS_AT_ONCE) {
    const texts = await db.sourceText.findMany({ where: { id: { in: ids.slice(from, from + TEXTS_AT_ONCE) } } })
    for (const { id, text } of texts) {
      const point = pointsOf(text)
      for (const { of, at } of byText.get(id) ?? []) {
        placeOne(of, at, text, point, nearly)
        await pace()
      }
    }
  }
}

function placeOne(
  of: Said,
  at: number,
  text: string,
  point: (at: number) => number,
  nearly: (quote: string, text: string) => boolean,
): void {
  const cited = of.citations[at] as Said['citations'][number]
  const blame = (field: Field, code: FaultCode, value: string, words: string, mend: string) =>
    of.faults.push({ row: cited.row, field, column: '', code, value: shownValue(value), text: words, mend })
  const quote = text.includes(cited.citation.quote) ? cited.citation.quote : cited.citation.quote.normalize('NFC')
  const places = placesOf(quote, text, PLACES_TOLD)
  if (places.length === 0)
    return void blame(
      'quote',
      'quote-not-found',
      cited.citation.quote,
      'these words are not in the stored text, character for character',
      nearly(quote, text)
        ? 'They stand there with other quotation marks, dashes, spaces or capitals: copy them from the stored text.'
        : 'Copy the words from the stored text of this source.',
    )
  const fitting =
    cited.prefix === '' ? places : places.filter((place) => text.slice(0, place).trimEnd().endsWith(cited.prefix))
  if (fitting.length === 0)
    return void blame(
      'prefix',
      'prefix-not-before',
      cited.prefix,
      'these words do not stand just before the quotation',
      'Copy them from the stored text, or leave them out.',
    )
  if (fitting.length > 1)
    return void blame(
      'quote',
      'quote-several-places',
      cited.citation.quote,
      `the words stand in ${fitting.length} places of the stored text`,
      'Quote more of them, or write into the column of words before what stands before them.',
    )
  const [start] = fitting as [number]
  Object.assign(cited.citation, { quote, startsAt: point(start), endsAt: point(start + quote.length) })
}
