// Role x state of the account x what is done, each against the database: what a request may do is read from it every time.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { makeToken } from '@/lib/domain/access-token/make-token'
import { revokeToken } from '@/lib/domain/access-token/revoke-token'
import { exportActivity } from '@/lib/domain/activity/export-activity'
import { listActivity } from '@/lib/domain/activity/queries'
import { EVERYTHING } from '@/lib/domain/activity/view'
import { DomainError } from '@/lib/domain/error'
import { fileEntry } from '@/lib/domain/filing/file-entry'
import { beginImport } from '@/lib/domain/import/begin-import'
import { runImport } from '@/lib/domain/import/run-import'
import { parse } from '@/lib/domain/parse'
import { approveUndo } from '@/lib/domain/undo/approve-undo'
import { proposeUndo } from '@/lib/domain/undo/propose-undo'
import { previewUndo } from '@/lib/domain/undo/queries'
import { rejectUndo } from '@/lib/domain/undo/reject-undo'
import { retractUndo } from '@/lib/domain/undo/retract-undo'
import { testDatabase } from '@/tests/database'
import { type Made, makePerson } from '@/tests/made/people'
import type { Actor } from './actor'
import { changeRole } from './change-role'
import { giveAccess } from './give-access'
import { invite } from './invite'
import { listInvitations, listPeople, listSessions } from './queries'
import { renameOneself } from './rename-oneself'
import { requireEnrolled } from './require-enrolled'
import { revokeInvitation } from './revoke-invitation'
import { revokeSessions } from './revoke-sessions'
import { needsSecondFactor, type Permission, ROLES, roleMay } from './roles'
import { setDisabled } from './set-disabled'
import type { SignedIn } from './signed-in'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
await testDatabase()

const NOBODY = 'does-not-exist'
/** Each thing that can be done to accounts, and to many entries at once, asked for with something that the domain refuses once it has let the actor pass. */
const ACTIONS: Record<string, { permission: Permission; ask: (me: SignedIn, actor: Actor) => Promise<unknown> }> = {
  'list people': { permission: 'manage people', ask: (_, actor) => listPeople(actor) },
  'list invitations': { permission: 'manage people', ask: (_, actor) => listInvitations(actor) },
  invite: { permission: 'manage people', ask: (_, actor) => invite(actor, { email: 'x', role: 'analyst' }) },
  'revoke invitation': { permission: 'manage people', ask: (_, actor) => revokeInvitation(actor, { id: 999_999 }) },
  'give access': { permission: 'manage people', ask: (_, actor) => giveAccess(actor, { person: NOBODY }) },
  'change role': {
    permission: 'manage people',
    ask: (_, actor) => changeRole(actor, { person: NOBODY, version: 1, role: 'admin' }),
  },
  disable: {
    permission: 'manage people',
    ask: (_, actor) => setDisabled(actor, { person: NOBODY, version: 1, disabled: true }),
  },
  'preview undo': {
    permission: 'undo in bulk',
    ask: (_, actor) => previewUndo(actor, { kind: 'undo', undo: 999_999 }),
  },
  'propose undo': {
    permission: 'undo in bulk',
    ask: (_, actor) =>
      proposeUndo(actor, { scope: { kind: 'undo', undo: 999_999 }, reason: 'Why', fingerprint: '0'.repeat(64) }),
  },
  'approve undo': {
    permission: 'undo in bulk',
    ask: (_, actor) => approveUndo(actor, { undo: 999_999, version: 1 }),
  },
  'reject undo': {
    permission: 'undo in bulk',
    ask: (_, actor) => rejectUndo(actor, { undo: 999_999, version: 1, note: 'No.' }),
  },
  'retract undo': {
    permission: 'undo in bulk',
    ask: (_, actor) => retractUndo(actor, { undo: 999_999, version: 1 }),
  },
  'read the activity log': {
    permission: 'read the activity log',
    ask: (_, actor) => listActivity(actor, EVERYTHING),
  },
  'export the activity log': {
    permission: 'read the activity log',
    ask: (_, actor) => exportActivity(actor, EVERYTHING),
  },
  'rename oneself': { permission: 'enter the desk', ask: (_, actor) => renameOneself(actor, { name: '' }) },
  'make token': {
    permission: 'write drafts',
    ask: (me) => makeToken(me, { name: '', scopes: ['entries'], days: 7, password: 'x' }),
  },
  'revoke token': { permission: 'enter the desk', ask: (_, actor) => revokeToken(actor, { id: 999_999 }) },
  'begin import': {
    permission: 'write drafts',
    ask: (_, actor) => beginImport(actor, { negotiation: NOBODY, fileName: '', bytes: new Uint8Array() }),
  },
  'run import': { permission: 'write drafts', ask: (_, actor) => runImport(actor, { id: 'aaaaaaaaaaaa', version: 1 }) },
  'file entry': {
    permission: 'write drafts',
    ask: (_, actor) => fileEntry(actor, {} as Parameters<typeof fileEntry>[1]),
  },
  'list sessions': { permission: 'enter the desk', ask: (me) => listSessions(me) },
  'revoke sessions': { permission: 'enter the desk', ask: (me) => revokeSessions(me, { session: NOBODY }) },
}

const STATES = ['active', 'without a second factor', 'disabled', 'signed out', 'idle for long'] as const
type State = (typeof STATES)[number]

/** As an action does: who is it, may they act at all, then the domain. */
async function attempt({ browser }: Made, ask: (me: SignedIn, actor: Actor) => Promise<unknown>): Promise<string> {
  const me = await browser.who()
  if (!me) return 'SIGNED_OUT'
  try {
    await ask(me, requireEnrolled(me))
    return 'let in'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : 'let in'
  }
}

describe.each(ROLES)('%s', (role) => {
  describe.each(STATES)('%s', (state: State) => {
    let made: Made
    beforeAll(async () => {
      const enrol = state !== 'without a second factor' && needsSecondFactor(role)
      made = await makePerson(`${role}-${state.replaceAll(' ', '-')}`, role, enrol)
      const where = { id: made.me.id }
      // Made behind the back of the session, which must notice at its next request.
      if (state === 'disabled') {
        await makePerson(`other-${role}`, 'admin')
        await appClient().person.update({ where, data: { disabled: true } })
      }
      if (state === 'signed out') await appClient().session.deleteMany({ where: { personId: made.me.id } })
      if (state === 'idle for long')
        await appClient().session.updateMany({
          where: { personId: made.me.id },
          data: { lastSeenAt: new Date(Date.now() - (needsSecondFactor(role) ? 31 : 241) * 60_000) },
        })
    })

    test.each(Object.entries(ACTIONS))('%s', async (_, { permission, ask }) => {
      const expected =
        state === 'disabled' || state === 'signed out' || state === 'idle for long'
          ? 'SIGNED_OUT'
          : (state === 'without a second factor' && needsSecondFactor(role)) || !roleMay(role, permission)
            ? 'FORBIDDEN'
            : 'let in'
      expect(await attempt(made, ask)).toBe(expected)
    })
  })
})

test('a role counts from the next request on', async () => {
  const made = await makePerson('Promoted', 'researcher')
  expect(await attempt(made, ACTIONS.invite?.ask ?? (async () => {}))).toBe('FORBIDDEN')
  await appClient().person.update({ where: { id: made.me.id }, data: { role: 'admin', twoFactorEnabled: true } })
  expect(await attempt(made, ACTIONS.invite?.ask ?? (async () => {}))).toBe('let in')
  await appClient().person.update({ where: { id: made.me.id }, data: { role: 'analyst' } })
  expect(await attempt(made, ACTIONS.invite?.ask ?? (async () => {}))).toBe('FORBIDDEN')
})

test('what a person may do is never taken from input', () => {
  expect(() => parse(z.strictObject({ name: z.string() }), { name: 'A', role: 'admin' })).toThrow('faults')
})
