// How people come to the desk, and how they are kept from it.
import { acceptIn, anotherBrowser, enrol, expectAccessibleInBoth, inviteFrom, PASSWORD } from './desk-people'
import { expect, test } from './fixtures'
import { FIRST_ADMIN } from './server-address'

test('the first admin invites two people; they accept, sign in, and one is disabled', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(360_000)
  const home = baseURL as string
  const editor = await anotherBrowser(browser, home)
  const researcher = await anotherBrowser(browser, home)

  await test.step('the first admin', async () => {
    await page.goto(process.env[FIRST_ADMIN] as string)
    await expectAccessibleInBoth(page)
    // Refused beside its field, which has the focus, and what was typed is still there.
    await page.getByLabel('Mail address').fill('admin@example.org')
    await page.getByLabel('Name').fill('Ada')
    await page.getByLabel('Password').fill('short')
    await page.getByRole('button', { name: 'Make the account' }).click()
    await expect(page.getByLabel('Password')).toBeFocused()
    await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Choose at least 12 characters/)
    await expect(page.getByLabel('Name')).toHaveValue('Ada')
    await expectAccessibleInBoth(page)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account' }).click()
    // Until the second factor is set up, everything leads there.
    await expect(page).toHaveURL(/\/desk\/account$/)
    await page.goto('/desk/people')
    await expect(page).toHaveURL(/\/desk\/account$/)
    await enrol(page, expectAccessibleInBoth)
    await page.getByRole('link', { name: 'Desk', exact: true }).click()
    await expect(page.getByText('Signed in as Ada')).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.goto('/desk/account')
    await expectAccessibleInBoth(page)
  })

  await test.step('a researcher, who needs no second factor', async () => {
    await page.goto('/desk/people')
    const link = await inviteFrom(page, 'rose@example.org', 'researcher')
    await expectAccessibleInBoth(page)
    await acceptIn(researcher.page, link, 'Rose')
    await expect(researcher.page.getByText('Signed in as Rose')).toBeVisible()
    await researcher.page.goto('/desk/people')
    await expect(researcher.page.getByText('Only an admin sees who has an account.')).toBeVisible()
    await researcher.page.goto(link)
    await expect(researcher.page.getByRole('heading', { name: 'This link opens nothing any more' })).toBeVisible()
    await expectAccessibleInBoth(researcher.page)
  })

  await test.step('an editor, with the keyboard alone once the account is made', async () => {
    await acceptIn(editor.page, await inviteFrom(page, 'ed@example.org', 'editor'), 'Ed')
    const { totp } = await enrol(editor.page)
    await editor.page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(editor.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expectAccessibleInBoth(editor.page)
    await editor.page.goto('/desk/sign-in')
    const { keyboard } = editor.page
    const tabTo = async (name: string | RegExp, role: 'textbox' | 'button') => {
      const goal = editor.page.getByRole(role, { name, exact: true })
      for (let n = 0; n < 12 && !(await goal.evaluate((node) => node === document.activeElement)); n++)
        await keyboard.press('Tab')
      await expect(goal).toBeFocused()
    }
    await tabTo('Mail address', 'textbox')
    await keyboard.type('ed@example.org')
    await keyboard.press('Tab')
    await keyboard.type('not my password')
    await keyboard.press('Enter')
    await expect(editor.page.getByRole('status').filter({ hasText: 'This did not sign you in.' })).toBeFocused()
    await expect(editor.page.getByLabel('Mail address')).toHaveValue('ed@example.org')
    await editor.page.getByLabel('Password').focus()
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await expect(editor.page.getByRole('heading', { name: 'Second step' })).toBeVisible()
    await expectAccessibleInBoth(editor.page)
    await tabTo('Code', 'textbox')
    await keyboard.type(totp.generate())
    await keyboard.press('Enter')
    await expect(editor.page.getByText('Signed in as Ed')).toBeVisible()
  })

  await test.step('a way back for the researcher', async () => {
    await page.goto('/desk/people')
    await page.getByRole('button', { name: 'Make a way back for Rose' }).click()
    const link = new URL(await page.getByLabel(/^The link/).inputValue()).pathname
    await researcher.page.goto(link)
    await expectAccessibleInBoth(researcher.page)
    await researcher.page.getByLabel('New password').fill(`${PASSWORD} anew`)
    await researcher.page.getByRole('button', { name: 'Set the password' }).click()
    await expect(researcher.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await researcher.page.getByLabel('Mail address').fill('rose@example.org')
    await researcher.page.getByLabel('Password').fill(`${PASSWORD} anew`)
    await researcher.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(researcher.page.getByText('Signed in as Rose')).toBeVisible()
  })

  await test.step('another role, and a disabled account, hold from the next click on', async () => {
    const row = page.getByRole('row', { name: /Rose/ })
    await row.getByLabel('Role of Rose', { exact: true }).selectOption('analyst')
    await row.getByRole('button', { name: 'Change the role of Rose' }).click()
    await expect(row.getByText('Changed.')).toBeVisible()
    await researcher.page.getByRole('link', { name: 'Your account' }).click()
    await expect(researcher.page.getByText('rose@example.org, analyst.')).toBeVisible()
    await page.getByRole('button', { name: 'Disable Ed' }).click()
    await expect(page.getByRole('button', { name: 'Enable Ed' })).toBeVisible()
    await editor.page.getByRole('link', { name: 'Your account' }).click()
    await expect(editor.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  expect([...editor.problems, ...researcher.problems]).toEqual([])
})

test('every script of the desk has the nonce of its request, and another one the next time', async ({ page }) => {
  const nonces = new Set<string>()
  for (const address of ['/desk/sign-in', '/desk/reset', '/desk/sign-in']) {
    const response = await page.request.get(address)
    const policy = response.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] as string
    expect(policy).not.toContain('unsafe')
    expect(response.headers()['cache-control']).toContain('no-store')
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(5)
    // The theme is read by a file that every page of the site shares; files of our own are let run.
    for (const script of scripts.filter((tag) => tag !== '<script src="/theme.js">'))
      expect(script).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('from a public page to the desk', async ({ page }) => {
  await page.goto('/method')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('link', { name: 'Choose a new password' }).click()
  await expect(page.getByText('This site sends no mail.')).toBeVisible()
  await expectAccessibleInBoth(page)
})
