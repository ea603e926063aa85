import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { enrol, PASSWORD, signInAs } from './desk-people'
import { expect } from './fixtures'
import { DATA, FIRST_ADMIN } from './server-address'

const ADDRESS = 'admin@example.org'

/**
 * Lets the admin in, as the operator does: with the link that the first start printed, or, where an earlier test has used it, with the one
 * that `npm run reset-admin` prints.
 */
export async function letAdminIn(page: Page): Promise<void> {
  await page.goto(process.env[FIRST_ADMIN] as string)
  const isFirst = await page.getByRole('button', { name: 'Make the account' }).isVisible()
  if (isFirst) {
    await page.getByLabel('Mail address').fill(ADDRESS)
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account' }).click()
  } else {
    await page.goto(await wayBack())
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await signInAs(page, ADDRESS, null)
  }
  await enrol(page)
}

async function wayBack(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/reset-admin.ts', ADDRESS],
    {
      env: {
        ...process.env,
        PARLEY_DATA: process.env[DATA],
        ...{ DATABASE_URL: '', DATABASE_APP_URL: '', DATABASE_PUBLIC_URL: '' },
      },
    },
  )
  const link = /https?:\/\/\S+/.exec(stdout)?.[0]
  if (!link) throw new Error(`There is no link in:\n${stdout}`)
  return new URL(link).pathname
}
