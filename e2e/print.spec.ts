import { expect, test } from './fixtures'

test('in print there is the table, whole and without controls', async ({ page }) => {
  await page.goto('/ukraine')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Method' })).toBeHidden()
  await expect(page.locator('tr[data-demand]')).toHaveCount(23)
  await expect(page.getByRole('heading', { name: /^As of/ })).toBeVisible()
  // Nothing is cut off: a summary is as high as its words.
  const cut = await page
    .locator('.cell-summary')
    .evaluateAll((summaries) => summaries.filter((summary) => summary.scrollHeight > summary.clientHeight + 1).length)
  expect(cut).toBe(0)
})
