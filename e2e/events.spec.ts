import { expect, test } from './fixtures'

test.use({ javaScriptEnabled: false })

test('events newest first, each with what shifted until the next', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('link', { name: 'Events', exact: true }).click()
  await expect(page).toHaveURL('/ukraine/events')
  const titles = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(titles).toHaveLength(25)
  expect(titles[0]).toBe('Putin at the St Petersburg economic forum')
  expect(titles.at(-1)).toBe('Russian draft security treaties')
  const berlin = page.getByRole('region', { name: 'Berlin talks' })
  await expect(berlin.getByText(/shifts from then until “Mar-a-Lago meeting”/)).toBeVisible()
  const offer = berlin
    .getByRole('listitem')
    .filter({ hasText: 'NATO renunciation' })
    .filter({ hasText: 'concession' })
    .first()
  await expect(offer).toContainText('Conditional')
})
