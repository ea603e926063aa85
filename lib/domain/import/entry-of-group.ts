// What the rows of one entry say, each word looked up, with everything that is wrong in them. Pure.
import type { DraftContent } from '@/lib/domain/draft/content'
import { EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { line } from '@/lib/domain/text/schema'
import { formatDay } from '@/lib/domain/time/day'
import { type Blame, checkDay, checkText } from './check-cell'
import { type CitationOfRow, citationOfRow } from './citation-of-row'
import type { FaultCode, RowFault } from './faults'
import { shownValue } from './faults'
import { ENTRY_FIELDS, type EntryField } from './fields'
import type { Ground } from './ground'
import type { Group, Row } from './group-rows'
import { WORD_LISTS, WORDS } from './words'

export type Said = {
  key: string
  rows: readonly number[]
  /** Its citations still without their places. */
  content: DraftContent
  citations: CitationOfRow[]
  faults: RowFault[]
}

const MOST_CITATIONS = 20
const KEY_LENGTH = 200
// Made once: a schema costs more than what it checks.
const KEY = line(KEY_LENGTH)
const TEXTS = { summary: line(200), terms: line(400), shiftNote: line(300) }

export function entryOfGroup({ key, rows }: Group, ground: Ground): Said {
  const faults: RowFault[] = []
  const blame: Blame = (row, field, code, value, text, mend) =>
    faults.push({ row, field, column: '', code, value: shownValue(value), text, mend })
  const first = rows[0] as Row
  /** An entry's field is said in any of its rows; where they disagree the later one is blamed. */
  const cellOf = (field: EntryField): { row: number; value: string } => {
    const said = rows.find(({ values }) => values[field] !== '')
    if (!said) return { row: first.number, value: '' }
    for (const other of rows)
      if (other.values[field] !== '' && other.values[field] !== said.values[field])
        blame(
          other.number,
          field,
          'key-disagrees',
          other.values[field],
          `row ${said.number} has the same key and says something else`,
          'Give the rows the same words, or keys of their own.',
        )
    return { row: said.number, value: said.values[field] }
  }
  const cells = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, cellOf(field)])) as Record<
    EntryField,
    { row: number; value: string }
  >
  const content: DraftContent = { ...EMPTY_DRAFT, citations: [] }
  const miss = (field: EntryField, mend: string) =>
    blame(cells[field].row, field, 'missing', '', 'nothing stands here', mend)
  const wrong = (field: EntryField, code: FaultCode, text: string, mend: string) =>
    blame(cells[field].row, field, code, cells[field].value, text, mend)

  for (const row of rows)
    if (row.spare)
      blame(
        row.number,
        'row',
        'too-many-cells',
        '',
        'the row has more cells than there are columns',
        'Look for a separator in a text: put such a text in quotation marks.',
      )
  if (key.length > KEY_LENGTH)
    blame(first.number, 'key', 'too-long', key, `longer than ${KEY_LENGTH} characters`, 'Give it a shorter key.')
  else checkText('key', first.number, key, KEY, blame)

  for (const field of ['party', 'demand', 'event'] as const) {
    const { value } = cells[field]
    if (value === '') {
      if (field !== 'event') miss(field, `Write the name or the slug of a ${field} of this negotiation.`)
      continue
    }
    const slug = ground[field](value)
    if (slug) content[field] = slug
    else
      wrong(
        field,
        `${field}-unknown`,
        `this negotiation has no such ${field}`,
        `Write the name or the slug of one that it has, as in the list of the desk.`,
      )
  }
  const CODES = {
    stance: 'stance-unknown',
    datePrecision: 'precision-unknown',
    salience: 'salience-unknown',
    shiftType: 'shift-unknown',
    shiftBasis: 'basis-unknown',
  } as const
  for (const field of ['stance', 'datePrecision', 'salience', 'shiftType', 'shiftBasis'] as const) {
    const { value } = cells[field]
    if (value === '') {
      if (field === 'stance') miss(field, `Write ${WORD_LISTS.stance.join(', ')}.`)
      continue
    }
    const word = WORDS[field](value)
    if (word === undefined)
      wrong(field, CODES[field], 'none of the words for it', `Write ${WORD_LISTS[field].join(', ')}.`)
    else if (word !== 'normal') Object.assign(content, { [field]: word })
  }
  if (cells.heldFrom.value === '') miss('heldFrom', 'Write the day, as 2025-12-14.')
  else if (checkDay('heldFrom', cells.heldFrom.row, cells.heldFrom.value, ground, blame)) {
    if (cells.heldFrom.value < ground.startedOn)
      wrong(
        'heldFrom',
        'day-before-start',
        `before the negotiation began (${formatDay(ground.startedOn)})`,
        'Correct the day.',
      )
    else content.heldFrom = cells.heldFrom.value
  }
  for (const field of ['summary', 'terms', 'shiftNote'] as const) {
    const { row, value } = cells[field]
    if (value === '' && field === 'summary') miss(field, 'Write in one sentence what the party holds.')
    if (value !== '' && checkText(field, row, value, TEXTS[field], blame)) content[field] = value.normalize('NFC')
  }
  if (content.stance === 'conditional' && cells.terms.value === '')
    blame(
      cells.terms.row,
      'terms',
      'terms-missing',
      '',
      'a conditional stance names its terms',
      'Write the terms, or choose another stance.',
    )
  for (const field of ['shiftNote', 'shiftBasis'] as const)
    if (cells[field].value !== '' && cells.shiftType.value === '')
      wrong(
        field,
        'note-without-shift',
        'it speaks of a shift, and no kind of shift is named',
        'Name the kind of shift, or take this out.',
      )

  if (rows.length > MOST_CITATIONS)
    blame(
      first.number,
      'row',
      'too-many-citations',
      String(rows.length),
      `${rows.length} rows have this key, and an entry has at most ${MOST_CITATIONS} citations`,
      'Keep those that carry it.',
    )
  const citations = rows.map((row) => citationOfRow(row, content.party, ground, blame))
  return { key, rows: rows.map(({ number }) => number), content, citations, faults }
}
