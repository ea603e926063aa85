import { arrive, expect, expectAccessible, phone, test } from './fixtures'

test('the palette finds by any spelling and leads there, by keyboard alone', async ({ page }) => {
  await arrive(page, '/ukraine')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search' })
  await expect(palette.getByRole('combobox', { name: 'Words to find' })).toBeFocused()
  await expect(palette.getByRole('option', { name: 'Comparison table' })).toBeVisible()
  await page.keyboard.type('zelenskiy already a compromise')
  const best = palette.getByRole('option', { name: /^Ukraine on NATO renunciation/ }).first()
  await expect(best).toContainText('it is already a compromise from our part')
  await expect(best.locator('mark').filter({ hasText: 'compromise' })).toBeVisible()
  await expectAccessible(page, '[role=dialog]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/e\/e\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ukraine on NATO renunciation')
})

test('Escape closes the palette and the focus goes back to where it was', async ({ page }) => {
  await arrive(page, '/ukraine')
  const link = page.getByRole('link', { name: 'Search' })
  await link.click()
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
  await page.keyboard.type('zzzz')
  await expect(page.getByText('Nothing in the record answers this.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(link).toBeFocused()
})

test('from the palette to every result', async ({ page }) => {
  await arrive(page, '/ukraine')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Words to find' }).fill('kiev')
  await page.getByRole('option', { name: /^Every result for/ }).click()
  await expect(page).toHaveURL('/search?q=kiev')
  await expect(page.getByRole('searchbox')).toHaveValue('kiev')
})

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: phone })
  test('the search is a page, by kinds and pages', async ({ page }) => {
    await page.goto('/ukraine')
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('nato')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL('/search?q=nato')
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Demands',
      'Parties',
      'Entries and quotations',
      'Events',
      'Sources',
    ])
    await page.getByRole('link', { name: /^Entries and quotations/ }).click()
    const first = await page.getByRole('heading', { level: 3 }).allTextContents()
    expect(first).toHaveLength(20)
    await page.getByRole('link', { name: 'Next →' }).click()
    await expect(page.getByText(/^21 to 40 of/)).toBeVisible()
    await page.getByRole('link', { name: '← Before' }).click()
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(first)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  })
})

test('hostile text is shown as text', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>"\u202E')}`)
  await expect(page.getByText('Nothing in the record answers')).toContainText('<img src=x onerror=alert(1)>')
})

test('the page is accessible', async ({ page }) => {
  await page.goto('/search?q=guarantees')
  await expectAccessible(page)
})
