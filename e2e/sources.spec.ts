import { expect, phone, test } from './fixtures'

test('sources are sorted and filtered, and the address keeps it', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('link', { name: 'Sources', exact: true }).click()
  await expect(page).toHaveURL('/ukraine/sources')
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(135)
  await page.getByRole('button', { name: 'Entries' }).click()
  await expect(page).toHaveURL('/ukraine/sources?sort=-entries')
  const counts = (await rows.locator('td:last-child').allTextContents()).map((text) => Number.parseInt(text, 10))
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  await page.getByRole('combobox', { name: 'Label' }).selectOption('state-media')
  await expect(page.getByRole('status')).toHaveText('13 of 135 sources')
  await page.getByRole('searchbox').fill('tass')
  await expect(rows.first()).toContainText('TASS')
  const shown = await rows.count()
  await page.reload()
  await expect(rows).toHaveCount(shown)
  await expect(rows.first()).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('tass')
  await page.getByRole('searchbox').fill('zzz')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(rows).toHaveCount(135)
  await expect(page).toHaveURL('/ukraine/sources')
})

test('a source shows the words cited from it, marked, and what rests on them', async ({ page }) => {
  await page.goto('/e/e152')
  await page
    .getByRole('link', { name: /source record of/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/sources\//)
  await expect(page.locator('mark').filter({ hasText: 'it is already a compromise from our part' })).toBeVisible()
  await expect(page.getByText('C: other outlets that quote at length')).toBeVisible()
  const entries = page.getByRole('region', { name: /it supports$/ }).getByRole('listitem')
  await expect(entries.filter({ hasText: 'Offers to forgo NATO membership' })).toContainText('NATO renunciation')
  await expect(page.locator('.passage sup a').first()).toHaveAttribute('href', /#e\d+$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the table is whole and plain', async ({ page }) => {
    await page.goto('/ukraine/sources')
    await expect(page.locator('tbody tr')).toHaveCount(135)
    await expect(page.getByRole('searchbox')).toBeHidden()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: phone })
  test('the order is chosen from a list', async ({ page }) => {
    await page.goto('/ukraine/sources')
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first')
    await expect(page.locator('tbody tr').first()).toContainText('2021')
  })
})
