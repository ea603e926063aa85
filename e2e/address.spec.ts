// Every view has an address: it can be shared, reloaded and gone back to.
import { arrive, expect, rowsInPlace, test } from './fixtures'

const VIEW = '/ukraine/on/2025-12-14?topic=security,territory&sort=-spread,demand&columns=russia,ukraine&group=topic'

test('an address shared with somebody else shows them the same table', async ({ page, browser, baseURL }) => {
  await arrive(page, VIEW)
  await expect(page.getByRole('heading', { name: 'As of 14 Dec 2025' })).toBeVisible()
  await rowsInPlace(page)
  const here = await page.locator('table').innerText()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Share/ }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toBe(baseURL + VIEW)
  const other = await browser.newPage()
  await other.goto(address)
  await expect(other.getByRole('columnheader')).toHaveCount(4)
  await rowsInPlace(other)
  expect(await other.locator('table').innerText()).toBe(here)
  await other.close()
})

test('a view survives a reload, and Back undoes what was opened', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('checkbox', { name: 'On the record only' }).check()
  await page.getByRole('link', { name: /^Russia on Donbas withdrawal/ }).click()
  const story = page.getByRole('dialog', { name: 'Russia on Donbas withdrawal' })
  await expect(story).toBeVisible()
  await expect(page).toHaveURL('/ukraine?record=only&story=donbas-withdrawal.russia')
  await page.reload()
  await expect(story).toBeVisible()
  await page.goBack()
  await expect(story).toBeHidden()
  await expect(page).toHaveURL('/ukraine?record=only')
  await expect(page.getByRole('checkbox', { name: 'On the record only' })).toBeChecked()
  await page.goForward()
  await expect(story).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(story).toBeHidden()
})

test('Back returns to the day before', async ({ page }) => {
  await page.goto('/ukraine')
  const day = page.getByRole('heading', { level: 2, name: /^As of/ })
  const latest = await day.innerText()
  await page.getByRole('button', { name: 'Events' }).click()
  await page.getByRole('button', { name: /^Alaska summit/ }).click()
  await expect(day).toHaveText('As of 15 Aug 2025')
  await page.goBack()
  await expect(day).toHaveText(latest)
  await expect(page).toHaveURL('/ukraine')
})

test('an address whose bytes are no text is refused, not a failure of ours', async ({ request }) => {
  for (const address of ['/%00', '/ukraine%00', '/e/%00', '/%', '/%ff%fe', '/%E0%A4%A']) {
    expect((await request.get(address)).status(), address).toBe(400)
  }
  expect((await request.get('/front/anything')).status()).toBe(404)
})

test('what is not understood in an address is left out', async ({ page }) => {
  await page.goto(
    '/ukraine?sort=<script>,-nothing&stance=angry&topic=nowhere-at-all&columns=mars,russia&story=a.b.c&x=1',
  )
  await expect(page.getByRole('columnheader')).toHaveText([/^Demand/, /^Russia/, /^Spread/])
  await expect(page.locator('tr[data-demand]')).toHaveCount(23)
})

test('a day that is none, or not yet, or before the beginning, is not found', async ({ page, expectProblem }) => {
  expectProblem(/status of 404/)
  for (const day of ['2025-02-30', '2999-01-01', '1999-01-01', 'yesterday']) {
    const response = await page.goto(`/ukraine/on/${day}`)
    expect(response?.status(), day).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  }
  for (const address of [
    '/nowhere',
    '/ukraine/nothing/russia',
    '/ukraine/nato-renunciation/mars',
    '/e/e999',
    '/e/..%2f',
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404)
  }
})

test('a browser that takes no more changes of its address for a while is told later, and the table goes on', async ({
  page,
}) => {
  await arrive(page, '/ukraine')
  // As Safari does after a hundred changes in half a minute.
  await page.evaluate(() => {
    const replaceState = history.replaceState
    let refusals = 0
    history.replaceState = (...change) => {
      if (refusals++ < 2) throw new DOMException('Attempt to use history.replaceState() too often', 'SecurityError')
      replaceState.apply(history, change)
    }
  })
  const russia = page.getByRole('columnheader', { name: /^Russia/ })
  await russia.getByRole('button').click()
  await expect(russia).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('searchbox').fill('nato')
  await expect(page.getByText(/of 23 demands/)).toBeVisible()
  await expect(page).toHaveURL('/ukraine?q=nato&sort=-by-russia')
  await expect(russia).toHaveAttribute('aria-sort', 'descending')
})

test('what is typed letter by letter stays as it was typed, and stands in the address', async ({ page }) => {
  const words = 'É  “n” & 5 % '
  for (const address of ['/ukraine', '/ukraine/shifts', '/ukraine/sources']) {
    await arrive(page, address)
    const field = page.locator('main').getByRole('searchbox')
    await field.pressSequentially(words)
    await expect(field).toHaveValue(words)
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === words)
    await page.reload()
    await expect(field).toHaveValue(words)
  }
})
