import { expect, phone, test } from './fixtures'

test('from the table to a demand, its chart, its parties and every entry', async ({ page }) => {
  await page.goto('/ukraine')
  await page
    .getByRole('rowheader', { name: /NATO renunciation/ })
    .getByRole('link', { name: 'NATO renunciation' })
    .click()
  await expect(page).toHaveURL('/ukraine/nato-renunciation')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('NATO renunciation')
  await expect(page.getByText('raised by Russia, United States')).toBeVisible()
  await expect(page.getByText('Insists that Ukraine gives up NATO membership.')).toBeVisible()
  await expect(page.getByText('Insists that Ukraine joins NATO or keeps its way')).toBeVisible()

  const chart = page.getByRole('group', { name: /^Stances over time\. Now: Ukraine conditional/ })
  await expect(chart).toHaveCount(1) // the other one is for narrow screens
  await expect(chart.getByRole('link')).toHaveCount(20)
  await expect(chart.getByRole('link', { name: /^Russia, 17 Dec 2021: Demands\./ })).toBeVisible()

  await expect(page.getByRole('region', { name: '20 entries, newest first' }).getByRole('article')).toHaveCount(20)
  const days = await page
    .locator('.entry time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''))
  expect(days).toEqual(days.toSorted().reverse())
  const missing = page.getByRole('region', { name: 'What is missing' })
  await expect(missing.getByText(/^Ukraine: last restated \d+ days ago/)).toBeVisible()
  await expect(missing.getByText(/^Europe: .*single source, reported, not on the record/)).toBeVisible()

  await page
    .getByRole('table', { name: 'Positions on NATO renunciation today' })
    .getByRole('link', { name: /^Russia/ })
    .click()
  await expect(page).toHaveURL('/ukraine/nato-renunciation/russia')
})

test('the chart’s lines do not hide each other, and its marks lead to the entries', async ({ page }) => {
  await page.goto('/ukraine/nato-renunciation')
  const ends = await page
    .locator('.demand-wide .demand-end')
    .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().top))
  expect(ends).toHaveLength(4)
  for (const [at, top] of ends.toSorted((a, b) => a - b).entries())
    if (at > 0) expect(top - (ends.toSorted((a, b) => a - b)[at - 1] as number)).toBeGreaterThan(10)
  await page.locator('.demand-wide .demand-dot').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#e\d+$/)
})

test('a party without a position is named as missing', async ({ page }) => {
  await page.goto('/ukraine/leaders-talks')
  await expect(
    page.getByRole('region', { name: 'What is missing' }).getByText('Europe: no stated position'),
  ).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the chart is drawn, and its numbers are in a table', async ({ page }) => {
    await page.goto('/ukraine/nato-renunciation')
    await expect(page.locator('.demand-wide')).toBeVisible()
    await page.getByText('The chart as a table').click()
    await expect(page.locator('details tbody tr')).toHaveCount(20)
  })
  test.describe('on a phone', () => {
    test.use({ viewport: phone })
    test('the narrow chart is drawn', async ({ page }) => {
      await page.goto('/ukraine/nato-renunciation')
      await expect(page.locator('.demand-narrow')).toBeVisible()
      await expect(page.locator('.demand-wide')).toBeHidden()
    })
  })
})
