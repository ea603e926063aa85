// The citation that a row brings, before its words are looked for. Pure.
import type { DraftCitation } from '@/lib/domain/draft/content'
import { verbatim } from '@/lib/domain/text/schema'
import { type Blame, checkDay, checkText } from './check-cell'
import type { Ground, KnownText } from './ground'
import type { Row } from './group-rows'
import { WORD_LISTS, WORDS } from './words'

export type CitationOfRow = {
  row: number
  /** Without offsets; the quotation and the words before it as they are sought. */
  citation: DraftCitation
  prefix: string
  /** Null where its words cannot be looked for: the source or the words themselves are at fault. */
  text: (KnownText & { textId: number }) | null
}

const QUOTE = verbatim(400)

export function citationOfRow(
  { number: row, values }: Row,
  party: string,
  ground: Ground,
  blame: Blame,
): CitationOfRow {
  const citation: DraftCitation = {
    source: '',
    text: 1,
    startsAt: 0,
    endsAt: 0,
    quote: values.quote,
    quoteKind: 'reporter',
    speaker: '',
    attribution: 'reported',
    saidOn: '',
  }
  const miss = (field: 'source' | 'quote' | 'quoteKind' | 'attribution', mend: string) =>
    blame(row, field, 'missing', '', 'nothing stands here', mend)

  const text = sourceOf(row, values.source, ground, blame)
  if (text) Object.assign(citation, { source: text.slug, text: text.textId })
  if (values.quote === '') miss('quote', 'Give the exact words that carry the entry.')
  const quoteFits = values.quote !== '' && checkText('quote', row, values.quote, QUOTE, blame)
  for (const [field, code] of [
    ['quoteKind', 'quote-kind-unknown'],
    ['attribution', 'attribution-unknown'],
  ] as const) {
    const word = WORDS[field](values[field])
    const mend = `Write ${WORD_LISTS[field].join(', ')}.`
    if (values[field] === '') miss(field, mend)
    else if (word === undefined) blame(row, field, code, values[field], 'none of the words for it', mend)
    else Object.assign(citation, { [field]: word })
  }
  const speaker = values.speaker === '' ? '' : ground.speaker(values.speaker, party)
  if (speaker === undefined)
    blame(
      row,
      'speaker',
      'speaker-unknown',
      values.speaker,
      'this negotiation has no such speaker',
      'Correct the name, or add the speaker at the desk first.',
    )
  else if (speaker === 'several')
    blame(
      row,
      'speaker',
      'speaker-several',
      values.speaker,
      'several speakers have this name',
      'Write the slug of the one who is meant.',
    )
  else citation.speaker = speaker
  if (
    values.speaker === '' &&
    WORDS.quoteKind(values.quoteKind) === 'speaker' &&
    WORDS.attribution(values.attribution) === 'on-record'
  )
    blame(
      row,
      'speaker',
      'speaker-missing',
      '',
      'a speaker’s words on the record have a speaker',
      'Say whose words these are.',
    )
  if (values.saidOn !== '' && checkDay('saidOn', row, values.saidOn, ground, blame)) citation.saidOn = values.saidOn
  return { row, citation, prefix: values.prefix, text: quoteFits ? text : null }
}

function sourceOf(row: number, name: string, ground: Ground, blame: Blame): (KnownText & { textId: number }) | null {
  if (name === '') {
    blame(row, 'source', 'missing', '', 'nothing stands here', 'Write the slug or the address of a source.')
    return null
  }
  const source = ground.source(name)
  if (!source)
    blame(
      row,
      'source',
      'source-unknown',
      name,
      'no source has this slug or address',
      'Add the source first, or correct this.',
    )
  else if (!source.used)
    blame(
      row,
      'source',
      'source-not-used',
      name,
      'the source is not used in this negotiation',
      'Add it to the negotiation first.',
    )
  else if (source.textId === null)
    blame(row, 'source', 'source-without-text', name, 'no text is stored of this source', 'Store its text first.')
  else return { ...source, textId: source.textId }
  return null
}
