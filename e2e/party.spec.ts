import { expect, test } from './fixtures'

test.use({ javaScriptEnabled: false })

test('a party: its stances, its demands, its speakers and its shifts', async ({ page }) => {
  await page.goto('/ukraine/nato-renunciation/russia')
  await page.getByRole('link', { name: 'Russia on everything' }).click()
  await expect(page).toHaveURL('/ukraine/party/russia')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Russia')
  const stances = page.getByRole('table', { name: 'Stances of Russia today' })
  await expect(stances.getByRole('row')).toHaveCount(24)
  await expect(stances.getByRole('row', { name: /NATO renunciation/ })).toContainText('Demands')
  await expect(
    page.getByRole('region', { name: 'What it demands itself' }).getByRole('link', { name: 'Crimea recognition' }),
  ).toBeVisible()
  await expect(
    page.getByRole('table', { name: /^Speakers of Russia/ }).getByRole('row', { name: /Vladimir Putin/ }),
  ).toBeVisible()
  const days = await page.locator('.moves .move-day').allTextContents()
  expect(days.length).toBeGreaterThan(10)
  expect(days[0]).toBe('5 Jun 2026')
})
