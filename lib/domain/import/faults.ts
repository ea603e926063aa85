// Everything that can be wrong with a row: a lasting code, what is wrong, and how to mend it. Pure, without zod.
import { type Field, IMPORT_FIELD_LABELS } from './fields'

export const FAULT_CODES = {
  missing: 'nothing stands here',
  'too-many-cells': 'the row has more cells than there are columns',
  'too-long': 'the text is too long',
  'control-character': 'a control character stands in it',
  'hidden-character': 'an invisible or direction-changing character stands in it',
  'half-character': 'half of a character stands in it',
  'lost-character': 'a character was lost (U+FFFD)',
  'party-unknown': 'no such party',
  'demand-unknown': 'no such demand',
  'stance-unknown': 'no such stance',
  'precision-unknown': 'no such precision',
  'salience-unknown': 'no such salience',
  'shift-unknown': 'no such kind of shift',
  'basis-unknown': 'says not who says so',
  'event-unknown': 'no such event',
  'source-unknown': 'no such source',
  'source-not-used': 'the source is not used in this negotiation',
  'source-without-text': 'no text is stored of the source',
  'speaker-unknown': 'no such speaker',
  'speaker-several': 'several speakers have this name',
  'speaker-missing': 'words on the record without a speaker',
  'quote-kind-unknown': 'says not whose words these are',
  'attribution-unknown': 'no such attribution',
  'day-format': 'not written as a day',
  'day-impossible': 'no day of the calendar',
  'day-in-future': 'lies in the future',
  'day-before-start': 'before the negotiation began',
  'terms-missing': 'a conditional stance without terms',
  'note-without-shift': 'a note on a shift without a kind of shift',
  'quote-not-found': 'the words are not in the stored text',
  'quote-several-places': 'the words stand in several places',
  'prefix-not-before': 'these words do not stand before the quotation',
  'shift-does-not-fit': 'the kind of shift does not fit the movement',
  'next-would-not-fit': 'the entry that follows would no longer fit',
  'key-disagrees': 'rows with the same key say different things',
  'key-taken': 'this key was imported before, with other content',
  'row-twice': 'the same entry stands in an earlier row',
  'too-many-citations': 'more than 20 citations for one entry',
  'not-ready': 'the entry is not ready',
} as const
export type FaultCode = keyof typeof FAULT_CODES

export type RowFault = {
  /** As the file counts: of a table the first line holds the names of the columns. */
  row: number
  field: Field | 'row'
  /** The column of the file; empty where none holds the field. */
  column: string
  code: FaultCode
  /** What stands there, cut to a readable length. */
  value: string
  /** What is wrong. */
  text: string
  mend: string
}

const SHOWN = 80

/** As it can be shown and stored: nothing invisible, no zero byte, no half of a character, not too long. */
export function shownValue(value: string): string {
  const cut = value.length > SHOWN ? `${value.slice(0, SHOWN - 1)}…` : value
  return cut.toWellFormed().replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be made visible
    /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export const fieldName = (field: RowFault['field']): string =>
  field === 'row' ? 'Row' : IMPORT_FIELD_LABELS[field].label

/** One sentence: "Stance: no such stance. Write demands, accepts …". */
export const faultSentence = ({ field, text, mend }: Pick<RowFault, 'field' | 'text' | 'mend'>): string =>
  `${fieldName(field)}: ${text}. ${mend}`
