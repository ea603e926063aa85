import type { Browser, Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expectAccessible, expectContrast } from './accessible'
import { expect } from './fixtures'
import { collectProblems } from './problems'
import { desktop, phone } from './screens'

export const PASSWORD = 'four unrelated words here'

/** Another person at another machine; what goes wrong in their browser is collected like in the first one. */
export async function anotherBrowser(browser: Browser, baseURL: string): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ baseURL })
  const problems = await collectProblems(context, new URL(baseURL).origin)
  return { page: await context.newPage(), problems }
}

/** axe on a page of the desk, in both themes, on a desk and on a telephone, where nothing is wider than the screen. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, `${page.url()} is as wide as a screen of ${viewport.width}`).toBe(0)
  }
}

/** Signs in on the page that asks for it. */
export async function signInAs(page: Page, address: string, totp: TOTP | null): Promise<void> {
  await page.getByLabel('Mail address').fill(address)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (!totp) return
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
  await page.getByLabel('Code').fill(totp.generate())
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Sets up a second factor; `look` hears when there is something new to look at. */
export async function enrol(
  page: Page,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<{ totp: TOTP; recoveryCodes: string[] }> {
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible()
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Show the QR code' }).click()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await look(page)
  const secret = (await page.locator('.form-secret').textContent()) as string
  const totp = new TOTP({ secret, digits: 6, period: 30 })
  await page.getByLabel('Code from the authenticator').fill(totp.generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: /recovery codes/ })).toBeVisible()
  await look(page)
  return { totp, recoveryCodes: await page.locator('.form-codes code').allTextContents() }
}

/** An admin invites somebody; returns the path of the link that is theirs to hand over. */
export async function inviteFrom(page: Page, address: string, role: string): Promise<string> {
  await page.getByLabel('Mail address').fill(address)
  await page.getByLabel('Role', { exact: true }).selectOption(role)
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText(`${address} is invited.`)).toBeVisible()
  return new URL(await page.getByLabel(/^The link/).inputValue()).pathname
}

export async function acceptIn(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
}
