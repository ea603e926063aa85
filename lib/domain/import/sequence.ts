// Whether kinds of shift fit the movements that the record and the rows make together. Pure.
import type { CellEntry } from '@/lib/domain/draft/cell'
import { type ShiftKind, shiftLabel } from '@/lib/domain/shift/kinds'
import { allowedKinds } from '@/lib/domain/shift/rules'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { formatDay } from '@/lib/domain/time/day'
import type { Said } from './entry-of-group'
import type { RowFault } from './faults'
import { shownValue } from './faults'

/** Of these rows it is not known where they belong, or what they hold: what could stand beside them is not judged. */
type Doubt = { party: string; demand: string; day: string }

type Step = { day: string; stance: Stance; terms: string | null; kind: ShiftKind | null; said: Said | null; id: string }

/** `judged` names the rows whose own kind of shift is asked about; the others only stand in the sequence. */
export function checkSequence(
  said: readonly Said[],
  record: readonly (CellEntry & { demand: string })[],
  judged: (said: Said) => boolean,
): void {
  const doubts: Doubt[] = []
  const cells = new Map<string, Step[]>()
  const put = (party: string, demand: string, step: Step) => {
    const cell = `${party} ${demand}`
    const steps = cells.get(cell)
    if (steps) steps.push(step)
    else cells.set(cell, [step])
  }
  for (const { party, demand, heldFrom, stance, terms, kind, id } of record)
    put(party, demand, { day: heldFrom, stance, terms, kind, said: null, id })
  const wrongIn = (one: Said, ...fields: RowFault['field'][]) => one.faults.some(({ field }) => fields.includes(field))
  for (const one of said) {
    const { party, demand, heldFrom, stance, terms, shiftType } = one.content
    if (stance === '' || wrongIn(one, 'party', 'demand', 'heldFrom', 'stance', 'terms'))
      doubts.push({
        party: wrongIn(one, 'party') ? '' : party,
        demand: wrongIn(one, 'demand') ? '' : demand,
        day: wrongIn(one, 'heldFrom') ? '' : heldFrom,
      })
    else put(party, demand, { day: heldFrom, stance, terms: terms || null, kind: shiftType || null, said: one, id: '' })
  }
  const inDoubt = (party: string, demand: string, from: string, to: string) =>
    doubts.some(
      (doubt) =>
        (doubt.party === '' || doubt.party === party) &&
        (doubt.demand === '' || doubt.demand === demand) &&
        (doubt.day === '' || (doubt.day >= from && doubt.day <= to)),
    )
  for (const [cell, steps] of cells) {
    const [party, demand] = cell.split(' ') as [string, string]
    // Those of one day in the order in which they come: the record first, then the rows as the file has them.
    steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    for (const [at, step] of steps.entries()) {
      const before = steps[at - 1] ?? null
      if (!step.said && !before?.said) continue
      const allowed = allowedKinds(before?.stance ?? null, step.stance, before !== null && before.terms !== step.terms)
      if (allowed.includes(step.kind)) continue
      if (inDoubt(party, demand, before?.day ?? '', step.day)) continue
      if (step.said) {
        if (judged(step.said) && !wrongIn(step.said, 'shiftType')) blameShift(step.said, step, before, allowed)
      } else if (before?.said && judged(before.said)) blameNext(before.said, step)
    }
  }
}

function blameShift(said: Said, step: Step, before: Step | null, allowed: readonly (ShiftKind | null)[]): void {
  const movement = before
    ? `from ${SCALE[before.stance].label.toLowerCase()} (${formatDay(before.day)}) to ${SCALE[step.stance].label.toLowerCase()}`
    : 'where nothing earlier is recorded'
  said.faults.push({
    row: said.rows[0] as number,
    field: 'shiftType',
    column: '',
    code: 'shift-does-not-fit',
    value: shownValue(step.kind ?? ''),
    text: `it does not fit the movement ${movement}`,
    mend: `Write ${allowed.map((kind) => (kind ? shiftLabel(kind) : 'nothing')).join(', ')}.`,
  })
}

function blameNext(said: Said, next: Step): void {
  said.faults.push({
    row: said.rows[0] as number,
    field: 'heldFrom',
    column: '',
    code: 'next-would-not-fit',
    value: said.content.heldFrom,
    text: `the entry of ${formatDay(next.day)} (${next.id}) comes after this one and is coded as ${next.kind ? shiftLabel(next.kind) : 'no shift'}, which would no longer fit`,
    mend: 'Re-code that entry first, or correct this one.',
  })
}
