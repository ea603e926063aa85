import { expect, test } from 'vitest'
import { outcomeOf } from './rules'

const inside = (kind: string, revision: number) => ({ kind, revision, isInside: true })
const outside = (kind: string, revision: number) => ({ kind, revision, isInside: false })

test.each([
  ['what was new is withdrawn', inside('first', 1), null, 'withdrawal'],
  ['what was corrected goes back', inside('correction', 2), { kind: 'first', revision: 1 }, 'correction'],
  ['what was withdrawn comes back', inside('withdrawal', 1), { kind: 'first', revision: 1 }, 'correction'],
  ['what came back is withdrawn again', inside('correction', 1), { kind: 'withdrawal', revision: 1 }, 'withdrawal'],
  ['what was published and withdrawn stays away', inside('withdrawal', 1), null, 'same'],
  ['withdrawn before and withdrawn again', inside('withdrawal', 2), { kind: 'withdrawal', revision: 1 }, 'same'],
  ['the same revision published again', inside('correction', 1), { kind: 'first', revision: 1 }, 'same'],
  ['what somebody changed afterwards stays', outside('correction', 2), { kind: 'correction', revision: 2 }, 'later'],
  ['and so does what somebody withdrew', outside('withdrawal', 1), { kind: 'withdrawal', revision: 1 }, 'later'],
] as const)('%s', (_, last, before, expected) => expect(outcomeOf({ last, before })).toBe(expected))
