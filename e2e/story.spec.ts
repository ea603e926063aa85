// From a cell to its story, to the words, to the source, to the permanent address.
import { expect, test } from './fixtures'

test('the story shows stance over time and every entry, newest first, down to the source', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('link', { name: /^Ukraine on NATO renunciation/ }).click()
  const story = page.getByRole('dialog', { name: 'Ukraine on NATO renunciation' })
  await expect(story.getByRole('heading', { name: '7 entries, newest first' })).toBeVisible()
  const dates = await story
    .locator('.entry time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
  expect(dates).toHaveLength(7)
  expect(dates).toEqual(dates.toSorted().reverse())
  await expect(
    story.getByRole('group', { name: /^Stance over time: 15 Mar 2022 conditional, 30 Sep 2022 rejects/ }),
  ).toBeVisible()
  expect(await story.locator('.stance-chart .chart-dot').count()).toBe(7)

  const offer = story.getByRole('article').filter({ hasText: '14 Dec 2025' }).first()
  await expect(offer).toContainText('Terms: Legally binding guarantees from the US, Europe and others')
  await expect(offer).toContainText('concession, so called by the source')
  await expect(offer).toContainText('Volodymyr Zelenskyy, President of Ukraine · said 14 Dec 2025 · on the record')
  await expect(offer).toContainText(
    'Outlook India: Zelenskyy Signals NATO Compromise to End Ukraine War (no web address)',
  )
  await expect(offer).toContainText('grade C')
  const link = story
    .getByRole('article')
    .first()
    .getByRole('link', { name: /^Zelenskyy: No need to amend/ })
  await expect(link).toHaveAttribute('href', /^https:\/\//)
  await expect(link).toHaveAttribute('rel', /noreferrer/)
})

test('the panel gives the focus back to the cell it was opened from', async ({ page }) => {
  await page.goto('/ukraine')
  const cell = page.getByRole('link', { name: /^Russia on Force cap|^Russia on Cap on/ })
  await cell.click()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(cell).toBeFocused()
})

test('a panel that came with the address gives the focus to its cell', async ({ page }) => {
  await page.goto('/ukraine?story=donbas-withdrawal.russia')
  await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: /^Russia on Donbas withdrawal/ })).toBeFocused()
})

test('an entry has a permanent address, reached from the story and from the stance before', async ({ page }) => {
  await page.goto('/ukraine/nato-renunciation/ukraine')
  await page.getByRole('link', { name: 'Permanent address of entry e152' }).click()
  await expect(page).toHaveURL('/e/e152')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ukraine on NATO renunciation')
  await expect(page.getByText('it is already a compromise from our part')).toBeVisible()
  await page.getByRole('link', { name: /^← Before/ }).click()
  await expect(page).toHaveURL('/e/e146')
  await page.getByRole('link', { name: 'The table on that day' }).click()
  await expect(page).toHaveURL('/ukraine/on/2025-12-09')

  await page.goto('/ukraine')
  await page
    .getByRole('row', { name: /NATO renunciation/ })
    .getByRole('link', { name: /^from opposes/ })
    .click()
  await expect(page).toHaveURL('/e/e152')
})

test('beside the table of a day, the story tells what came later apart', async ({ page }) => {
  await page.goto('/ukraine/on/2025-12-14?story=nato-renunciation.ukraine')
  const story = page.getByRole('dialog', { name: 'Ukraine on NATO renunciation' })
  await expect(story.getByRole('region', { name: 'After 14 Dec 2025' }).getByRole('article')).toHaveCount(1)
  await expect(story.getByRole('region', { name: 'Up to 14 Dec 2025' }).getByRole('article')).toHaveCount(6)
})

test('state media and reports from others are labelled', async ({ page }) => {
  await page.goto('/ukraine/nato-enlargement-pledge/russia')
  await expect(page.getByText('state media').first()).toBeVisible()
  await page.goto('/ukraine/nato-renunciation/us')
  await expect(page.getByText(/· reported/).first()).toBeVisible()
})

test('a cell without entries says that nothing was found', async ({ page }) => {
  await page.goto('/ukraine/leaders-talks/europe')
  await expect(page.getByText('that does not mean that nothing was said')).toBeVisible()
})
