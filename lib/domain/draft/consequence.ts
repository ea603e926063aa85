// What readers will see change when a draft is published. Pure.
import { type Held, inOrder, positionOn } from '@/lib/domain/position/rules'
import { type Spread, spreadOf } from '@/lib/domain/spread/rules'
import type { Stance } from '@/lib/domain/stance/scale'
import { type Day, isDay } from '@/lib/domain/time/day'
import { type CellEntry, LAST_OF_ITS_DAY } from './cell'
import type { DraftContent } from './content'

export type Consequence = {
  /** The cell before and after, as of today. */
  from: { stance: Stance; heldFrom: Day } | null
  to: { stance: Stance; heldFrom: Day } | null
  spread: { from: Spread | null; to: Spread | null }
}

/**
 * Null while party, stance or day are not chosen. `row` holds every entry that readers see of the demand, of all parties;
 * `changes` names the entry that the draft changes, if it does.
 */
export function consequenceOf(
  content: DraftContent,
  row: readonly CellEntry[],
  changes: Pick<CellEntry, 'id' | 'ordinal'> | null,
  today: Day,
): Consequence | null {
  const { party, stance, heldFrom } = content
  if (party === '' || stance === '' || !isDay(heldFrom) || heldFrom > today) return null
  const kept = row.filter(({ id }) => id !== changes?.id)
  const kind = content.shiftType === '' ? null : content.shiftType
  const drafted = { party, heldFrom, stance, kind, ordinal: changes?.ordinal ?? LAST_OF_ITS_DAY }
  const stanceOf = (entries: readonly (Held & { party: string })[], who: string) => {
    const position = positionOn(inOrder(entries.filter((entry) => entry.party === who)), today)
    return position && { stance: position.entry.stance, heldFrom: position.entry.heldFrom }
  }
  const parties = [...new Set([...row.map((entry) => entry.party), party])]
  const spreadIn = (entries: readonly (Held & { party: string })[]) =>
    spreadOf(parties.map((who) => stanceOf(entries, who)?.stance ?? null))
  const before = row
  const after = [...kept, drafted]
  return {
    from: stanceOf(before, party),
    to: stanceOf(after, party),
    spread: { from: spreadIn(before), to: spreadIn(after) },
  }
}
