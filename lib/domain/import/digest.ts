import { createHash } from 'node:crypto'
import type { DraftContent } from '@/lib/domain/draft/content'

const plain = (text: string) => text.trim().normalize('NFC')

/** The same for what says the same, wherever it is kept: a row, a draft or a revision. Where its words stand in a text does not count. */
export function digestOf(content: DraftContent): string {
  const said = [
    content.party,
    content.demand,
    content.heldFrom,
    content.datePrecision,
    content.stance,
    content.salience,
    plain(content.summary),
    plain(content.terms),
    content.shiftType,
    content.shiftType === '' ? '' : content.shiftBasis,
    content.shiftType === '' ? '' : plain(content.shiftNote),
    content.event,
    content.citations
      .map(({ source, quote, quoteKind, speaker, attribution, saidOn }) =>
        JSON.stringify([source, quote, quoteKind, speaker, attribution, saidOn]),
      )
      .sort(),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
