// Two changes to one entry, laid over what both began from. Pure.
import isEqual from 'fast-deep-equal'
import type { DraftContent } from './content'

export type FieldDiff = {
  field: keyof DraftContent
  base: unknown
  theirs: unknown
  mine: unknown
  /** Changed by both, and differently: somebody has to choose. */
  conflict: boolean
}

/** The fields that either of the two changed. */
export function diffThreeWays(base: DraftContent, theirs: DraftContent, mine: DraftContent): FieldDiff[] {
  return (Object.keys(base) as (keyof DraftContent)[]).flatMap((field) => {
    const [was, other, own] = [base[field], theirs[field], mine[field]]
    if (isEqual(was, other) && isEqual(was, own)) return []
    return [
      {
        field,
        base: was,
        theirs: other,
        mine: own,
        conflict: !isEqual(was, other) && !isEqual(was, own) && !isEqual(other, own),
      },
    ]
  })
}

/** What only one of the two changed is taken; where both did, mine stands until it is chosen otherwise. */
export function mergeThreeWays(base: DraftContent, theirs: DraftContent, mine: DraftContent): DraftContent {
  const merged = { ...mine } as Record<keyof DraftContent, unknown>
  for (const field of Object.keys(base) as (keyof DraftContent)[])
    if (isEqual(base[field], mine[field])) merged[field] = theirs[field]
  return merged as DraftContent
}

/** The fields in which two states differ, for a review. */
export const changedFields = (before: DraftContent, after: DraftContent): (keyof DraftContent)[] =>
  (Object.keys(after) as (keyof DraftContent)[]).filter((field) => !isEqual(before[field], after[field]))
