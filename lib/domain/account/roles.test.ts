import { describe, expect, test } from 'vitest'
import { allow } from './actor'
import { ALL_PERMISSIONS, type Permission, ROLES, type Role, roleMay } from './roles'

// Written out a second time, the other way round: from which role on something may be done.
const FROM: Record<Permission, Role> = {
  'enter the desk': 'analyst',
  'keep views and notes': 'analyst',
  'read stored texts': 'analyst',
  'add sources': 'researcher',
  'write drafts': 'researcher',
  'send for review': 'researcher',
  review: 'editor',
  withdraw: 'editor',
  'undo in bulk': 'editor',
  'amend reference data': 'editor',
  'open negotiations': 'editor',
  'read the activity log': 'editor',
  'manage people': 'admin',
}

test('the table of this test is whole', () => expect(Object.keys(FROM).sort()).toEqual([...ALL_PERMISSIONS].sort()))

describe.each(ROLES)('%s', (role) => {
  test.each(ALL_PERMISSIONS)('%s', (permission) => {
    const may = ROLES.indexOf(role) >= ROLES.indexOf(FROM[permission])
    expect(roleMay(role, permission)).toBe(may)
    const asking = () => allow({ id: 'p', name: 'P', role }, permission)
    if (may) expect(asking).not.toThrow()
    else expect(asking).toThrow(`Your role (${role}) does not include this: ${permission}.`)
  })
})
