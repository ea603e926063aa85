import { beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/database'
import {
  auditOf,
  Browser,
  enrolSecondFactor,
  forgetAttempts,
  type Made,
  makePerson,
  PASSWORD,
} from '@/tests/made/people'
import { beginSecondFactor } from './begin-second-factor'
import { changePassword } from './change-password'
import { confirmSecondFactor } from './confirm-second-factor'
import { removeSecondFactor } from './remove-second-factor'
import { renewRecoveryCodes } from './renew-recovery-codes'
import { signIn } from './sign-in'
import type { SignedIn } from './signed-in'
import { takeSecondStep } from './take-second-step'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const database = await testDatabase()
beforeEach(() => forgetAttempts(database))

const meIn = async ({ browser }: Pick<Made, 'browser'>): Promise<SignedIn> => (await browser.who()) as SignedIn
const NEW = 'quite another password'

test('a password is changed: other browsers are out, this one goes on, and the audit row is there', async () => {
  const ann = await makePerson('Ann', 'researcher')
  const other = new Browser()
  other.keep((await signIn(other.visitor, { email: ann.email, password: PASSWORD })).cookies)
  ann.browser.keep(await changePassword(ann.browser.visitor, ann.me, { current: PASSWORD, password: NEW }))
  expect(await other.who()).toBeNull()
  expect(await meIn(ann)).toMatchObject({ id: ann.me.id })
  expect((await signIn(new Browser().visitor, { email: ann.email, password: NEW })).next).toBe('desk')
  expect((await auditOf('change password'))[0]).toMatchObject({ actor: ann.me.id })
})

test('a password is not changed with a wrong one, nor guessed so', async () => {
  const bob = await makePerson('Bob', 'analyst')
  const guess = () => changePassword(bob.browser.visitor, bob.me, { current: 'wrong', password: NEW })
  await expect(guess()).rejects.toMatchObject({ code: 'INVALID', faults: [{ at: 'current' }] })
  for (let n = 0; n < 9; n++) await expect(guess()).rejects.toMatchObject({ code: 'INVALID' })
  await expect(guess()).rejects.toMatchObject({ code: 'BUSY' })
})

test('an editor without a second factor can set one up and do nothing else', async () => {
  const ed = await makePerson('Ed', 'editor', false)
  expect(ed.me.actor).toBeNull()
  await expect(changePassword(ed.browser.visitor, ed.me, { current: PASSWORD, password: NEW })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const { recoveryCodes } = await enrolSecondFactor(ed.browser)
  expect(recoveryCodes).toHaveLength(10)
  expect((await meIn(ed)).actor).toMatchObject({ role: 'editor' })
  expect((await auditOf('set up second factor'))[0]).toMatchObject({ actor: ed.me.id })
})

test('a second factor set up in one browser signs the others out', async () => {
  const kim = await makePerson('Kim', 'researcher')
  const other = new Browser()
  other.keep((await signIn(other.visitor, { email: kim.email, password: PASSWORD })).cookies)
  await enrolSecondFactor(kim.browser)
  expect(await other.who()).toBeNull()
  expect(await meIn(kim)).toMatchObject({ secondFactor: true })
})

test('a wrong password begins nothing, a wrong code confirms nothing', async () => {
  const lee = await makePerson('Lee', 'analyst')
  await expect(beginSecondFactor(lee.browser.visitor, lee.me, { password: 'wrong' })).rejects.toMatchObject({
    faults: [{ at: 'password' }],
  })
  await beginSecondFactor(lee.browser.visitor, lee.me, { password: PASSWORD })
  await expect(confirmSecondFactor(lee.browser.visitor, lee.me, { code: '000000' })).rejects.toMatchObject({
    faults: [{ at: 'code' }],
  })
  expect(await meIn(lee)).toMatchObject({ secondFactor: false })
  // A sign-in does not ask for what was never confirmed.
  expect((await signIn(new Browser().visitor, { email: lee.email, password: PASSWORD })).next).toBe('desk')
})

test('recovery codes are made anew: the old ones are worth nothing', async () => {
  const max = await makePerson('Max', 'editor')
  const renewed = await renewRecoveryCodes(max.browser.visitor, await meIn(max), { password: PASSWORD })
  expect(renewed).not.toEqual(max.recoveryCodes)
  const enter = async (code: string | undefined) => {
    const browser = new Browser()
    browser.keep((await signIn(browser.visitor, { email: max.email, password: PASSWORD })).cookies)
    return takeSecondStep(browser.visitor, { code: code as string })
  }
  await expect(enter(max.recoveryCodes[0])).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  await enter(renewed[0])
  expect((await auditOf('renew recovery codes'))[0]).toMatchObject({ actor: max.me.id })
})

test('a second factor is taken away with the password, once, and set up again', async () => {
  const zoe = await makePerson('Zoe', 'editor')
  await expect(beginSecondFactor(zoe.browser.visitor, await meIn(zoe), { password: PASSWORD })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  zoe.browser.keep(await removeSecondFactor(zoe.browser.visitor, await meIn(zoe), { password: PASSWORD }))
  const without = await meIn(zoe)
  expect(without).toMatchObject({ secondFactor: false, actor: null })
  await expect(removeSecondFactor(zoe.browser.visitor, without, { password: PASSWORD })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await enrolSecondFactor(zoe.browser)
  expect((await meIn(zoe)).actor).not.toBeNull()
  expect((await auditOf('remove second factor'))[0]).toMatchObject({ actor: zoe.me.id })
})

test('codes are not guessed: five for one sign-in, and ten for an account', async () => {
  const ron = await makePerson('Ron', 'editor')
  for (const _ of [1, 2, 3]) {
    const browser = new Browser()
    browser.keep((await signIn(ron.browser.visitor, { email: ron.email, password: PASSWORD })).cookies)
    for (let n = 0; n < 6; n++)
      await expect(takeSecondStep(browser.visitor, { code: '000000' })).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  }
  const browser = new Browser()
  browser.keep((await signIn(ron.browser.visitor, { email: ron.email, password: PASSWORD })).cookies)
  await expect(takeSecondStep(browser.visitor, { code: ron.totp?.generate() as string })).rejects.toMatchObject({
    code: 'SIGNED_OUT',
  })
})
