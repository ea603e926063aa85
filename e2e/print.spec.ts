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

test('on a sheet as narrow as a phone it is still a table with every summary, also of rows that were not seen yet', async ({
  page,
}) => {
  await page.setViewportSize({ width: 718, height: 1000 })
  await page.goto('/ukraine')
  const last = page.locator('tr[data-demand] .cell-summary').last()
  const isDrawn = () => last.evaluate((summary) => summary.checkVisibility({ contentVisibilityAuto: true }))
  expect(await isDrawn()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table', { name: /^Positions on/ })).toHaveCSS('display', 'table')
  await expect(page.getByRole('columnheader', { name: 'Russia' })).toBeVisible()
  expect(await isDrawn()).toBe(true)
})
