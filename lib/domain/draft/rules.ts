// What is missing before a draft can be sent for review. Pure and without zod: the form says it while one writes, the write says it again.

import { shiftLabel } from '@/lib/domain/shift/kinds'
import { allowedKinds } from '@/lib/domain/shift/rules'
import { SCALE } from '@/lib/domain/stance/scale'
import { type Day, formatDay, isDay } from '@/lib/domain/time/day'
import { type CellEntry, LAST_OF_ITS_DAY, neighboursAt } from './cell'
import type { DraftContent } from './content'

export type Issue = {
  /** The field that it is about. */
  at: keyof DraftContent
  text: string
}

export type Surroundings = {
  startedOn: Day
  today: Day
  /** What readers see of this party on this demand, in the order in which it was held, without the entry that is changed. */
  cell: readonly CellEntry[]
  /** Where the changed entry stands among those of its day; for a new one it comes last. */
  ordinal?: number
  parties: readonly string[]
  demands: readonly string[]
  /** Speakers and events by slug. */
  speakers: readonly string[]
  events: readonly string[]
}

export const SUMMARY_LENGTH = 200
export const TERMS_LENGTH = 400
export const QUOTE_LENGTH = 400

/** Everything that keeps the draft from being sent, each with how to mend it; empty when it is ready. */
export function issuesOf(content: DraftContent, around: Surroundings): Issue[] {
  const issues: Issue[] = []
  const miss = (at: keyof DraftContent, text: string) => issues.push({ at, text })
  if (!around.parties.includes(content.party)) miss('party', 'Choose the party whose position it is.')
  if (!around.demands.includes(content.demand)) miss('demand', 'Choose the demand that it is about.')
  if (content.stance === '') miss('stance', 'Choose the stance towards the proposition.')
  issues.push(...issuesOfDay('heldFrom', 'The day it is held from', content.heldFrom, around, true))
  const summary = content.summary.trim()
  if (summary === '') miss('summary', 'Write a summary in your own words.')
  if (summary.length > SUMMARY_LENGTH) miss('summary', `The summary is longer than ${SUMMARY_LENGTH} characters.`)
  if (content.stance === 'conditional' && content.terms.trim() === '')
    miss('terms', 'A conditional stance names its terms.')
  if (content.terms.trim().length > TERMS_LENGTH) miss('terms', `The terms are longer than ${TERMS_LENGTH} characters.`)
  if (content.event !== '' && !around.events.includes(content.event)) miss('event', 'This event is not in the record.')
  issues.push(...issuesOfCitations(content, around), ...issuesOfShift(content, around))
  return issues
}

function issuesOfDay(
  at: keyof DraftContent,
  name: string,
  day: string,
  { startedOn, today }: Surroundings,
  fromStart: boolean,
): Issue[] {
  if (!isDay(day)) return [{ at, text: `${name} is not set: give a day of the calendar.` }]
  if (day > today) return [{ at, text: `${name} lies in the future.` }]
  if (fromStart && day < startedOn)
    return [{ at, text: `${name} is before the negotiation began (${formatDay(startedOn)}).` }]
  return []
}

function issuesOfCitations({ citations }: DraftContent, around: Surroundings): Issue[] {
  if (citations.length === 0)
    return [{ at: 'citations', text: 'Cite at least one passage: select its words in the article.' }]
  return citations.flatMap((citation, at): Issue[] => {
    const name = `Citation ${at + 1}`
    const said =
      citation.saidOn === ''
        ? []
        : issuesOfDay('citations', `${name}: the day it was said`, citation.saidOn, around, false)
    const faults = [
      citation.quote.length > QUOTE_LENGTH && `is longer than ${QUOTE_LENGTH} characters: quote less`,
      citation.speaker !== '' &&
        !around.speakers.includes(citation.speaker) &&
        'names a speaker who is not in the record',
      citation.quoteKind === 'speaker' &&
        citation.speaker === '' &&
        citation.attribution === 'on-record' &&
        'is a speaker’s words on the record: say whose',
    ].filter((fault) => fault !== false)
    return [...faults.map((fault): Issue => ({ at: 'citations', text: `${name} ${fault}.` })), ...said]
  })
}

/** The kind of shift must fit the movement from the entry before, and the one after must still fit this one. */
function issuesOfShift(content: DraftContent, { cell, ordinal = LAST_OF_ITS_DAY }: Surroundings): Issue[] {
  if (content.stance === '' || !isDay(content.heldFrom)) return []
  const { before, after } = neighboursAt(cell, content.heldFrom, ordinal)
  const terms = content.terms.trim() || null
  const issues: Issue[] = []
  const allowed = allowedKinds(before?.stance ?? null, content.stance, before !== null && before.terms !== terms)
  if (!allowed.includes(content.shiftType === '' ? null : content.shiftType)) {
    const movement = before
      ? `from ${SCALE[before.stance].label.toLowerCase()} (${formatDay(before.heldFrom)}) to ${SCALE[content.stance].label.toLowerCase()}`
      : 'where nothing earlier is recorded'
    const words = allowed.map((kind) => (kind ? shiftLabel(kind) : 'none')).join(', ')
    issues.push({ at: 'shiftType', text: `The kind of shift does not fit the movement ${movement}. Choose: ${words}.` })
  }
  if (after) {
    const following = allowedKinds(content.stance, after.stance, after.terms !== terms)
    if (!following.includes(after.kind))
      issues.push({
        at: 'heldFrom',
        text: `The entry of ${formatDay(after.heldFrom)} (${after.id}) comes after this one and is coded as ${after.kind ? shiftLabel(after.kind) : 'no shift'}, which would no longer fit. Re-code that entry first.`,
      })
  }
  return issues
}

/** The kinds that fit, for the form to offer; null among them where none need be named. */
export function kindsFor(
  content: DraftContent,
  { cell, ordinal = LAST_OF_ITS_DAY }: Pick<Surroundings, 'cell' | 'ordinal'>,
) {
  if (content.stance === '' || !isDay(content.heldFrom)) return null
  const { before } = neighboursAt(cell, content.heldFrom, ordinal)
  return allowedKinds(
    before?.stance ?? null,
    content.stance,
    before !== null && before.terms !== (content.terms.trim() || null),
  )
}
