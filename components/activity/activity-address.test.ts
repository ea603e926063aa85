import { expect, test } from 'vitest'
import { EVERYTHING } from '@/lib/domain/activity/view'
import { activityAddress, parseActivity } from './activity-address'

const parsed = (address: string) => parseActivity(new URLSearchParams(address.split('?')[1] ?? ''))

test('an address names a view, and is read back', () => {
  const filter = {
    person: 'p 1&',
    action: 'undo in bulk',
    kind: 'kept view',
    subject: '4',
    from: '2026-11-01',
    to: '2026-11-24',
  }
  expect(parsed(activityAddress(filter, 'WyJh'))).toEqual({ filter, cursor: 'WyJh' })
  expect(activityAddress(EVERYTHING)).toBe('/desk/activity')
})

test('what is not understood is left out', () => {
  expect(parsed('?from=2026-02-31&to=soon&subject=e1&person=&cursor=%00')).toEqual({ filter: EVERYTHING, cursor: null })
  expect(parsed(`?person=${'x'.repeat(200)}`).filter.person).toBeNull()
})
