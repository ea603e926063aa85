// Back in time: the whole table becomes what it was on a day.
import { arrive, expect, test } from './fixtures'

test('the table of a day shows what was held then, and what differs today', async ({ page }) => {
  await arrive(page, '/ukraine/on/2025-12-13')
  const ukraine = page
    .getByRole('row', { name: /NATO renunciation/ })
    .getByRole('cell')
    .nth(0)
  await expect(ukraine).toContainText('Opposes')
  await expect(ukraine).toContainText('today: conditional')
  await expect(ukraine).toContainText('4 days before')
  await arrive(page, '/ukraine/on/2025-12-14')
  await expect(ukraine).toContainText('Conditional')
  await expect(ukraine).toContainText('today: conditional, after a further shift')
  await arrive(page, '/ukraine/on/2021-12-17')
  await expect(page.locator('tr[data-demand] td[data-party=ukraine] .stance-none')).toHaveCount(23)
})

test('a day can be typed, an event clicked, the handle dragged', async ({ page }) => {
  await arrive(page, '/ukraine')
  const day = page.getByRole('heading', { level: 2, name: /^As of/ })
  const typed = page.getByLabel('Show the table of a day')
  await typed.fill('2022-04-01')
  await typed.press('Enter')
  await expect(day).toHaveText('As of 1 Apr 2022')
  await expect(page).toHaveURL('/ukraine/on/2022-04-01')
  await expect(
    page
      .getByRole('row', { name: /NATO renunciation/ })
      .getByRole('cell')
      .nth(0),
  ).toContainText('Conditional')

  await page.locator('[data-event=istanbul-2022] rect').click()
  await expect(day).toHaveText('As of 29 Mar 2022')
  // Beside the line, and far from it on the name: still the day of the event.
  await page.locator('[data-event=alaska-2025] rect').click({ position: { x: 1, y: 30 } })
  await expect(day).toHaveText('As of 15 Aug 2025')
  await page.locator('[data-event=istanbul-2022] text').click()
  await expect(day).toHaveText('As of 29 Mar 2022')
  await expect(page).toHaveTitle('Ukraine war negotiations on 29 Mar 2022 · Parley')

  const strip = page.locator('.strip')
  const box = await strip.boundingBox()
  if (!box) throw new Error('The strip has no box.')
  await page.mouse.move(box.x + box.width / 2, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.7, box.y + 30, { steps: 5 })
  await page.mouse.up()
  await expect(page).toHaveURL(/\/ukraine\/on\/2025-0[4-7]-\d\d$/)
  await page.getByRole('button', { name: 'Latest' }).click()
  await expect(page).toHaveURL('/ukraine')
})

test('← and → on the strip step from shift to shift', async ({ page }) => {
  await arrive(page, '/ukraine')
  const slider = page.getByRole('slider', { name: 'Day shown' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL('/ukraine/on/2026-06-05')
  await expect(slider).toBeFocused()
  await expect(slider).toHaveAttribute('aria-valuetext', '5 Jun 2026')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL('/ukraine/on/2026-06-04')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL('/ukraine')
  await page.keyboard.press('Home')
  await expect(page).toHaveURL('/ukraine/on/2021-12-17')
  await expect(page.getByRole('button', { name: 'Earlier shift' })).toBeDisabled()
  await page.getByRole('button', { name: 'Later shift' }).click()
  await expect(page).toHaveURL('/ukraine/on/2022-01-26')
})

test('Back undoes a walk along the strip at once', async ({ page }) => {
  await arrive(page, '/ukraine?record=only')
  await page.getByRole('slider', { name: 'Day shown' }).focus()
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/\/ukraine\/on\/2026-\d\d-\d\d\?record=only/)
  await page.goBack()
  await expect(page).toHaveURL('/ukraine?record=only')
})

test('every step of the strip is the day of a shift, in the order of time', async ({ page }) => {
  await arrive(page, '/ukraine')
  const slider = page.getByRole('slider', { name: 'Day shown' })
  await slider.focus()
  const days: number[] = []
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('ArrowLeft')
    days.push(Number(await slider.getAttribute('aria-valuenow')))
  }
  expect(days).toEqual([...new Set(days)].toSorted((one, other) => other - one))
})

test('a table that cannot be fetched is said so, and can be asked for again', async ({ page, expectProblem }) => {
  expectProblem(/status of 503|Failed to load resource/)
  await arrive(page, '/ukraine')
  await page.route('**/table', (route) => route.fulfill({ status: 503, body: 'away' }))
  const typed = page.getByLabel('Show the table of a day')
  await typed.fill('2023-03-03')
  await typed.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible()
  await page.unroute('**/table')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeHidden()
  await expect(
    page
      .getByRole('row', { name: /NATO renunciation/ })
      .getByRole('cell')
      .nth(0),
  ).toContainText('Rejects')
})
