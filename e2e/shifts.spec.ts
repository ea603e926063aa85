import { expect, expectAccessible, phone, test } from './fixtures'

const dates = (page: import('@playwright/test').Page) =>
  page.locator('.shift-table time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))

test('every shift is there, newest first, with its kind, who says so, and its entry', async ({ page }) => {
  await page.goto('/ukraine/shifts')
  await expect(page.getByRole('status').filter({ hasText: 'shifts' })).toHaveText(/^\d+ shifts$/)
  const all = await dates(page)
  expect(all.length).toBeGreaterThan(150)
  expect(all).toEqual(all.toSorted().reverse())
  const offer = page.getByRole('row').filter({ has: page.locator('a[href="/e/e152"]') })
  await expect(offer).toContainText(
    /14 Dec 2025.*Ukraine.*NATO renunciation.*Opposes.*Conditional.*concession says the source.*Volodymyr Zelenskyy/,
  )
  await offer.getByRole('link', { name: '14 Dec 2025' }).click()
  await expect(page).toHaveURL('/e/e152')
})

test('sorted, filtered and searched, with an address that brings it back', async ({ page }) => {
  await page.goto('/ukraine/shifts')
  await page.getByRole('button', { name: 'Kinds' }).click()
  await page.getByRole('checkbox', { name: 'reversal' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('united states')
  await expect(page).toHaveURL('/ukraine/shifts?q=united+states&kind=reversal')
  await page
    .getByRole('columnheader', { name: /^Demand/ })
    .getByRole('button')
    .click()
  await expect(page).toHaveURL('/ukraine/shifts?q=united+states&kind=reversal&sort=demand')
  const parties = await page.locator('td[data-column=party]').allTextContents()
  expect(parties.length).toBeGreaterThan(0)
  expect(new Set(parties)).toEqual(new Set(['United States']))
  const demands = await page.locator('td[data-column=demand]').allTextContents()
  expect(demands).toEqual(demands.toSorted((a, b) => a.localeCompare(b, 'en')))
  await page.reload()
  await expect(page.locator('td[data-column=demand]')).toHaveText(demands)
  await page.getByRole('button', { name: 'Reset the filters' }).click()
  await expect(page).toHaveURL('/ukraine/shifts?sort=demand')
})

test('a month has a page of its own', async ({ page }) => {
  await page.goto('/ukraine/shifts/2025-12')
  const all = await dates(page)
  expect(all.length).toBeGreaterThan(10)
  expect(all.every((day) => day.startsWith('2025-12-'))).toBe(true)
  await expectAccessible(page)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('accessible', async ({ page }) => {
      await page.goto('/ukraine/shifts?kind=reversal')
      await expect(page.locator('.shift-table time').first()).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: phone })
  test('a shift is a few short lines, and the page does not scroll sideways', async ({ page }) => {
    await page.goto('/ukraine/shifts')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await expect(page.locator('td[data-column=to]').first()).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('every shift is in the page', async ({ page }) => {
    await page.goto('/ukraine/shifts')
    expect((await dates(page)).length).toBeGreaterThan(150)
    await expect(page.getByRole('searchbox')).toBeHidden()
  })
})
