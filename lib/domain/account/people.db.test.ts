import { beforeEach, describe, expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import { makeToken } from '@/lib/domain/access-token/make-token'
import { testDatabase } from '@/tests/database'
import { auditOf, Browser, forgetAttempts, makePerson, PASSWORD } from '@/tests/made/people'
import { acceptLink } from './accept-link'
import { changeRole } from './change-role'
import { giveAccess } from './give-access'
import type { HandedOver } from './hand-over'
import { invite } from './invite'
import { findOpenLink } from './one-time-link'
import { listInvitations, listPeople, listSessions } from './queries'
import { renameOneself } from './rename-oneself'
import { requestPassword } from './request-password'
import { revokeInvitation } from './revoke-invitation'
import { revokeSessions } from './revoke-sessions'
import { setDisabled } from './set-disabled'
import { setPassword } from './set-password'
import { signIn } from './sign-in'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const mails = vi.hoisted((): { to: string; text: string }[] => [])
const server = vi.hoisted(() => ({ works: false }))
vi.mock('@/lib/mail/send-mail', () => ({
  canSendMail: () => server.works,
  sendMail: async (mail: { to: string; text: string }) => void mails.push(mail),
}))

const database = await testDatabase()

const tokenIn = (text: string) => /\/([\w-]{43})\b/.exec(text)?.[1] as string
const tokenOf = (handed: HandedOver) => tokenIn('url' in handed ? handed.url : '')
const versionOf = async (id: string) => (await appClient().person.findUniqueOrThrow({ where: { id } })).version

beforeEach(() => {
  server.works = false
  mails.length = 0
  return forgetAttempts(database)
})

const root = await makePerson('Root', 'admin')
const ann = await makePerson('Ann', 'researcher')

describe('an invitation', () => {
  test('lets one person in, with its address and role, once', async () => {
    const token = tokenOf(await invite(root.actor, { email: 'Bob@Example.org', role: 'editor' }))
    expect((await listInvitations(root.actor)).map(({ email }) => email)).toContain('bob@example.org')
    const bob = new Browser()
    // An address that is sent along is not the one that counts.
    const input = { token, name: 'Bob', email: 'else@example.org', password: PASSWORD }
    bob.keep(await acceptLink(bob.visitor, input))
    expect(await bob.who()).toMatchObject({ email: 'bob@example.org', role: 'editor', actor: null })
    await expect(acceptLink(bob.visitor, input)).rejects.toMatchObject({ code: 'GONE' })
    expect((await auditOf('invite'))[0]).toMatchObject({ actor: root.me.id, details: { role: 'editor' } })
  })

  test('by another role is refused', async () => {
    await expect(invite(ann.actor, { email: 'c@example.org', role: 'analyst' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('to somebody who has an account is refused', async () => {
    await expect(invite(root.actor, { email: ann.email, role: 'admin' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('made a second time takes the first one’s place; one taken back opens nothing', async () => {
    const first = tokenOf(await invite(root.actor, { email: 'd@example.org', role: 'analyst' }))
    const second = tokenOf(await invite(root.actor, { email: 'd@example.org', role: 'analyst' }))
    expect(await findOpenLink(first, ['invitation'])).toBeNull()
    const open = await findOpenLink(second, ['invitation'])
    await revokeInvitation(root.actor, { id: open?.id ?? 0 })
    expect(await findOpenLink(second, ['invitation'])).toBeNull()
    await expect(revokeInvitation(root.actor, { id: open?.id ?? 0 })).rejects.toMatchObject({ code: 'GONE' })
    await expect(revokeInvitation(ann.actor, { id: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await auditOf('revoke invitation')).toHaveLength(1)
  })

  test('too old opens nothing', async () => {
    const token = tokenOf(await invite(root.actor, { email: 'e@example.org', role: 'analyst' }))
    await withConnection(database.ownerUrl, (owner) =>
      owner.query("update one_time_link set expires_at = now() - interval '1 minute' where email = 'e@example.org'"),
    )
    expect(await findOpenLink(token, ['invitation'])).toBeNull()
  })

  test('goes by mail where there is a server, and the admin sees no link', async () => {
    server.works = true
    expect(await invite(root.actor, { email: 'f@example.org', role: 'analyst' })).toEqual({ sent: true })
    expect(mails).toMatchObject([{ to: 'f@example.org' }])
    expect(await findOpenLink(tokenIn(mails[0]?.text ?? ''), ['invitation'])).not.toBeNull()
  })

  test.each([
    ['short', 'short'],
    ['all the same', 'aaaaaaaaaaaaaaaa'],
  ])('a password that is %s is refused beside its field', async (_, password) => {
    const token = tokenOf(await invite(root.actor, { email: 'g@example.org', role: 'analyst' }))
    await expect(acceptLink(new Browser().visitor, { token, name: 'G', password })).rejects.toMatchObject({
      code: 'INVALID',
      faults: [{ at: 'password' }],
    })
  })
})

describe('a new password', () => {
  test('is not mailed where there is no server', async () => {
    await expect(requestPassword(new Browser().visitor, { email: ann.email })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('by mail: the link works once, ends every session, token and other link, and makes the browser known', async () => {
    server.works = true
    const joe = await makePerson('Joe', 'researcher')
    await makeToken(joe.me, { name: 'A script', scopes: ['entries'], days: 30, password: PASSWORD })
    const ask = async () => (await requestPassword(new Browser().visitor, { email: joe.email })).later()
    await ask()
    await ask()
    const [first, second] = mails.map(({ text }) => tokenIn(text)) as [string, string]
    const browser = new Browser('203.0.113.5')
    browser.keep(await setPassword(browser.visitor, { token: first, password: 'another four words here' }))
    expect(await joe.browser.who()).toBeNull()
    expect(
      (await appClient().accessToken.findFirstOrThrow({ where: { personId: joe.me.id } })).revokedAt,
    ).not.toBeNull()
    await expect(setPassword(browser.visitor, { token: first, password: PASSWORD })).rejects.toMatchObject({
      code: 'GONE',
    })
    await expect(setPassword(browser.visitor, { token: second, password: PASSWORD })).rejects.toMatchObject({
      code: 'GONE',
    })
    await expect(signIn(browser.visitor, { email: joe.email, password: PASSWORD })).rejects.toMatchObject({
      code: 'SIGNED_OUT',
    })
    browser.keep((await signIn(browser.visitor, { email: joe.email, password: 'another four words here' })).cookies)
    expect(await browser.who()).toMatchObject({ id: joe.me.id })
    expect((await auditOf('set password'))[0]).toMatchObject({ actor: joe.me.id })
  })

  test('is answered alike for an address without account, and mails nothing', async () => {
    server.works = true
    const known = await requestPassword(new Browser().visitor, { email: ann.email })
    const unknown = await requestPassword(new Browser().visitor, { email: 'nobody@example.org' })
    expect(Object.keys(unknown)).toEqual(Object.keys(known))
    expect(mails).toEqual([])
    await unknown.later()
    expect(mails).toEqual([])
    await known.later()
    expect(mails).toHaveLength(1)
  })

  test('is mailed at most five times an hour', async () => {
    server.works = true
    for (let n = 0; n < 8; n++)
      await (await requestPassword(new Browser(`192.0.2.${n}`).visitor, { email: ann.email })).later()
    expect(mails).toHaveLength(5)
  })

  test('from the admin takes a lost second factor away too', async () => {
    const lost = await makePerson('Lost', 'editor')
    const token = tokenOf(await giveAccess(root.actor, { person: lost.me.id }))
    const browser = new Browser()
    browser.keep(await setPassword(browser.visitor, { token, password: PASSWORD }))
    browser.keep((await signIn(browser.visitor, { email: lost.email, password: PASSWORD })).cookies)
    // Signed in, and able to do nothing but to set one up anew.
    expect(await browser.who()).toMatchObject({ id: lost.me.id, secondFactor: false, actor: null })
    expect((await auditOf('give access'))[0]).toMatchObject({ actor: root.me.id, subjectId: lost.me.id })
    await expect(giveAccess(ann.actor, { person: lost.me.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('roles and accounts', () => {
  test('a role is changed, once for each version that was read', async () => {
    const kim = await makePerson('Kim', 'analyst')
    await changeRole(root.actor, { person: kim.me.id, version: 1, role: 'researcher' })
    expect(await kim.browser.who()).toMatchObject({ role: 'researcher', actor: { role: 'researcher' } })
    await expect(changeRole(root.actor, { person: kim.me.id, version: 1, role: 'editor' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await changeRole(root.actor, { person: kim.me.id, version: 2, role: 'editor' })
    expect(await kim.browser.who()).toMatchObject({ role: 'editor', actor: null })
    expect((await auditOf('change role'))[0]).toMatchObject({
      actor: root.me.id,
      details: { from: 'researcher', to: 'editor' },
    })
    await expect(changeRole(kim.actor, { person: kim.me.id, version: 3, role: 'admin' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('a disabled account is out at its next request; enabled, it signs in again', async () => {
    const lee = await makePerson('Lee', 'researcher')
    await setDisabled(root.actor, { person: lee.me.id, version: 1, disabled: true })
    expect(await lee.browser.who()).toBeNull()
    await expect(setDisabled(root.actor, { person: lee.me.id, version: 1, disabled: false })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(setDisabled(root.actor, { person: lee.me.id, version: 2, disabled: true })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(setDisabled(ann.actor, { person: lee.me.id, version: 2, disabled: false })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await setDisabled(root.actor, { person: lee.me.id, version: 2, disabled: false })
    expect(await lee.browser.who()).toBeNull()
    lee.browser.keep((await signIn(lee.browser.visitor, { email: lee.email, password: PASSWORD })).cookies)
    expect(await lee.browser.who()).toMatchObject({ id: lee.me.id })
    expect((await listPeople(root.actor)).find(({ id }) => id === lee.me.id)).toMatchObject({
      version: 3,
      disabled: false,
    })
    expect(await auditOf('disable account')).toHaveLength(1)
    expect(await auditOf('enable account')).toHaveLength(1)
  })

  test('the last admin stays one, in the domain and in the database', async () => {
    const admins = await appClient().person.findMany({ where: { role: 'admin', id: { not: root.me.id } } })
    for (const { id, version } of admins) await setDisabled(root.actor, { person: id, version, disabled: true })
    const me = { person: root.me.id, version: await versionOf(root.me.id) }
    await expect(setDisabled(root.actor, { ...me, disabled: true })).rejects.toThrow('last admin')
    await expect(changeRole(root.actor, { ...me, role: 'editor' })).rejects.toThrow('last admin')
    await expect(
      withConnection(database.appUrl, (app) => app.query("update person set role = 'analyst' where role = 'admin'")),
    ).rejects.toThrow('The last admin stays one')
  })

  test('of two admins who disable each other at once, one stays', async () => {
    const other = await makePerson('Other', 'admin')
    const results = await Promise.allSettled([
      setDisabled(root.actor, { person: other.me.id, version: await versionOf(other.me.id), disabled: true }),
      setDisabled(other.actor, { person: root.me.id, version: await versionOf(root.me.id), disabled: true }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await appClient().person.count({ where: { role: 'admin', disabled: false } })).toBe(1)
    await withConnection(database.ownerUrl, (owner) =>
      owner.query("update person set disabled = false where role = 'admin'"),
    )
  })

  test('a name is one’s own to change', async () => {
    await renameOneself(ann.actor, { name: '  Ann Other ' })
    expect(await ann.browser.who()).toMatchObject({ name: 'Ann Other' })
    await expect(renameOneself(ann.actor, { name: 'A\u202Eb' })).rejects.toMatchObject({ code: 'INVALID' })
    expect((await auditOf('rename oneself'))[0]).toMatchObject({ actor: ann.me.id })
  })
})

describe('sessions', () => {
  test('are listed, this one first, and revoked one by one or all others', async () => {
    const max = await makePerson('Max', 'analyst')
    const more = await Promise.all(
      [1, 2].map(async () => {
        const browser = new Browser()
        browser.keep((await signIn(browser.visitor, { email: max.email, password: PASSWORD })).cookies)
        return browser
      }),
    )
    const sessions = await listSessions(max.me)
    expect(sessions.map(({ isThisOne }) => isThisOne)).toEqual([true, false, false])
    await revokeSessions(max.me, { session: (await more[0]?.who())?.sessionId ?? '' })
    expect(await more[0]?.who()).toBeNull()
    expect(await more[1]?.who()).not.toBeNull()
    expect(await revokeSessions(max.me, { session: null })).toBe(1)
    expect(await more[1]?.who()).toBeNull()
    expect(await max.browser.who()).not.toBeNull()
    expect(await auditOf('revoke sessions')).toHaveLength(2)
  })

  test('of somebody else are out of reach', async () => {
    const eve = await makePerson('Eve', 'analyst')
    await expect(revokeSessions(eve.me, { session: root.me.sessionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await root.browser.who()).not.toBeNull()
  })
})

test('nobody is deleted, and the public’s role sees nothing of all this', async () => {
  await expect(withConnection(database.appUrl, (app) => app.query('delete from person'))).rejects.toThrow(
    /permission denied/,
  )
  await expect(withConnection(database.ownerUrl, (owner) => owner.query('delete from person'))).rejects.toThrow(
    /never changed or deleted/,
  )
  for (const table of [
    'person',
    'session',
    'credential',
    'two_factor',
    'verification',
    'one_time_link',
    'known_device',
    'attempt',
  ])
    await expect(
      withConnection(database.publicUrl, (reader) => reader.query(`select * from ${table}`)),
    ).rejects.toThrow(/permission denied/)
})
