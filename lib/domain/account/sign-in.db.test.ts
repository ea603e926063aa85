import { beforeEach, expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { testDatabase } from '@/tests/database'
import { evaluated } from '@/tests/made/cheap-hashes'
import { auditOf, Browser, forgetAttempts, makePerson, PASSWORD } from '@/tests/made/people'
import { giveAccess } from './give-access'
import { setDisabled } from './set-disabled'
import { setPassword } from './set-password'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { takeSecondStep } from './take-second-step'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))

const database = await testDatabase()
const ann = await makePerson('Ann', 'researcher')
const ed = await makePerson('Ed', 'editor')
const root = await makePerson('Root', 'admin')

beforeEach(async () => {
  await forgetAttempts(database)
  Object.assign(evaluated, { verify: 0, hash: 0 })
})

const refusalOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => {
      throw new Error('It was not refused.')
    },
    (error: Error) => error,
  )

test('with the password alone where no second factor is set; an audit row is there', async () => {
  const browser = new Browser()
  const { next, cookies } = await signIn(browser.visitor, { email: ' Ann@Example.org ', password: PASSWORD })
  browser.keep(cookies)
  expect(next).toBe('desk')
  expect(await browser.who()).toMatchObject({ id: ann.me.id, role: 'researcher', actor: { role: 'researcher' } })
  expect((await auditOf('sign in'))[0]).toMatchObject({ actor: ann.me.id, subjectId: ann.me.id })
})

test('with a second factor the password alone opens nothing', async () => {
  const browser = new Browser()
  const { next, cookies } = await signIn(browser.visitor, { email: ed.email, password: PASSWORD })
  browser.keep(cookies)
  expect(next).toBe('second-step')
  expect(await browser.who()).toBeNull()
  expect(await refusalOf(takeSecondStep(browser.visitor, { code: '000000' }))).toMatchObject({ code: 'SIGNED_OUT' })
  const code = ed.totp?.generate() as string
  browser.keep(await takeSecondStep(browser.visitor, { code }))
  expect(await browser.who()).toMatchObject({ id: ed.me.id })
  // The same code opens nothing a second time.
  const other = new Browser()
  other.keep((await signIn(other.visitor, { email: ed.email, password: PASSWORD })).cookies)
  expect(await refusalOf(takeSecondStep(other.visitor, { code }))).toMatchObject({
    message: expect.stringMatching(/used already/),
  })
})

test('a recovery code works once', async () => {
  const [code] = ed.recoveryCodes
  const enter = async () => {
    const browser = new Browser()
    browser.keep((await signIn(browser.visitor, { email: ed.email, password: PASSWORD })).cookies)
    browser.keep(await takeSecondStep(browser.visitor, { code: code as string }))
    return browser.who()
  }
  expect(await enter()).toMatchObject({ id: ed.me.id })
  expect(await refusalOf(enter())).toMatchObject({ code: 'SIGNED_OUT' })
})

test('a second step without a first one is refused', async () => {
  const refusal = await refusalOf(takeSecondStep(new Browser().visitor, { code: ed.totp?.generate() as string }))
  expect(refusal).toMatchObject({ code: 'SIGNED_OUT' })
})

test('known or not, right or wrong: the same answer, and one password is hashed', async () => {
  const wrong = await refusalOf(signIn(new Browser().visitor, { email: ann.email, password: 'wrong' }))
  const forKnown = evaluated.verify + evaluated.hash
  const nobody = await refusalOf(signIn(new Browser().visitor, { email: 'nobody@example.org', password: 'wrong' }))
  expect(nobody).toEqual(wrong)
  expect(forKnown).toBe(1)
  expect(evaluated.verify + evaluated.hash - forKnown).toBe(1)
})

test('a disabled account is answered as one that there is none of', async () => {
  const gone = await makePerson('Gone', 'analyst')
  await setDisabled(root.actor, { person: gone.me.id, version: 1, disabled: true })
  const right = await refusalOf(signIn(new Browser().visitor, { email: gone.email, password: PASSWORD }))
  expect(right).toEqual(await refusalOf(signIn(new Browser().visitor, { email: gone.email, password: 'wrong' })))
  expect(await gone.browser.who()).toBeNull()
})

test('1,000 guesses on one account from 1,000 addresses: ten are looked at, and the owner gets in all the while', async () => {
  const guess = (n: number) =>
    signIn(new Browser(`198.51.${n >> 8}.${n & 255}`).visitor, { email: ann.email, password: `guess ${n}` })
  const owner = async () => {
    await signIn(ann.browser.visitor, { email: ann.email, password: PASSWORD })
    evaluated.verify--
  }
  for (let first = 0; first < 1_000; first += 100) {
    const answers = await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => refusalOf(guess(first + n))),
      owner().then(() => null),
    ])
    expect(new Set(answers.slice(0, -1).map((answer) => (answer as { code: string }).code))).toEqual(
      new Set(['SIGNED_OUT']),
    )
  }
  expect(evaluated.verify).toBe(10)
  expect(evaluated.hash).toBe(0)

  // On a device of the owner that the account has never seen, the right password is one more guess …
  const fresh = new Browser('203.0.113.9')
  expect(await refusalOf(signIn(fresh.visitor, { email: ann.email, password: PASSWORD }))).toMatchObject({
    code: 'SIGNED_OUT',
  })
  // … until a link shows that the mailbox, or the admin's ear, is the owner's.
  const handed = await giveAccess(root.actor, { person: ann.me.id })
  const token = ('url' in handed ? handed.url : '').split('/').at(-1) as string
  fresh.keep(await setPassword(fresh.visitor, { token, password: PASSWORD }))
  fresh.keep((await signIn(fresh.visitor, { email: ann.email, password: PASSWORD })).cookies)
  expect(await fresh.who()).toMatchObject({ id: ann.me.id })
}, 60_000)

test('one address that tries many accounts is stopped, and uses up nothing of theirs', async () => {
  for (let n = 0; n < 60; n++)
    await refusalOf(signIn(new Browser('198.51.100.7').visitor, { email: `person${n}@example.org`, password: 'guess' }))
  expect(evaluated.hash).toBe(30)
})

test('a known device has a measure of its own', async () => {
  for (let n = 0; n < 20; n++) await refusalOf(signIn(ed.browser.visitor, { email: ed.email, password: `guess ${n}` }))
  expect(evaluated.verify).toBe(10)
})

test('what was tried long ago is swept', async () => {
  await refusalOf(signIn(new Browser().visitor, { email: ann.email, password: 'wrong' }))
  await appClient().attempt.updateMany({ data: { endsAt: new Date(0) } })
  await refusalOf(signIn(new Browser('203.0.113.1').visitor, { email: 'nobody@example.org', password: 'wrong' }))
  expect(await appClient().attempt.count({ where: { endsAt: { lt: new Date() } } })).toBe(0)
})

test('signed out is signed out, with an audit row', async () => {
  const browser = new Browser()
  browser.keep((await signIn(browser.visitor, { email: ann.email, password: PASSWORD })).cookies)
  const stolen = browser.visitor
  const me = await browser.who()
  if (!me) throw new Error('Nobody is signed in.')
  browser.keep(await signOut(browser.visitor, me))
  expect(browser.visitor.cookies).not.toContain('session')
  const thief = Object.assign(new Browser(), {})
  Object.defineProperty(thief, 'visitor', { value: stolen })
  expect(await thief.who()).toBeNull()
  expect((await auditOf('sign out'))[0]).toMatchObject({ actor: ann.me.id })
})
