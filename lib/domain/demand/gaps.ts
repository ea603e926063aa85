// What is missing on a demand, said plainly: thin data is shown thin. Pure.
import { daysBetween, formatAge } from '@/lib/domain/time/day'
import type { DemandView } from './view'

/** From how many days on a silence is worth a word. */
export const LONG_SILENCE = 180

export type Gap = { party: string; place: number; words: string }

/** One line for each thing that is missing, in the order of the parties. */
export function gapsOf({ parties, today }: Pick<DemandView, 'parties' | 'today'>): Gap[] {
  return parties.flatMap(({ slug, place, position }) => {
    const gap = (words: string): Gap => ({ party: slug, place, words })
    if (!position) return [gap('no stated position')]
    const silence = daysBetween(position.heldFrom, today)
    return [
      ...(silence >= LONG_SILENCE ? [gap(`last restated ${formatAge(silence)}`)] : []),
      ...(position.sources === 1 ? [gap('single source')] : []),
      ...(position.reported ? [gap('reported, not on the record')] : []),
      ...(position.stateMedia ? [gap('state media only')] : []),
      ...(position.stance === 'ambiguous' ? [gap('ambiguous: no place on the scale')] : []),
    ]
  })
}
