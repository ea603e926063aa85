// Without JavaScript the table and the stories read complete, and nothing is shown that does not work.
import { expect, phone, test } from './fixtures'

test.use({ javaScriptEnabled: false })

test('all 23 demands with all positions are there, and cells lead to their stories', async ({ page }) => {
  await page.goto('/ukraine')
  await expect(page.locator('tr[data-demand]')).toHaveCount(23)
  await expect(page.locator('tr[data-demand] td[data-party]')).toHaveCount(92)
  await expect(page.locator('td[data-party] .stance:not(.stance-none)')).toHaveCount(85)
  await expect(page.getByText('Sees no need to amend the constitution')).toBeVisible()
  await page.getByRole('link', { name: /^Ukraine on NATO renunciation/ }).click()
  await expect(page).toHaveURL('/ukraine/nato-renunciation/ukraine')
  await expect(page.getByRole('article')).toHaveCount(7)
  await expect(page.getByText('it is already a compromise from our part')).toBeVisible()
  await expect(page.getByRole('group', { name: /^Stance over time/ })).toBeVisible()
})

test('controls that need JavaScript are not shown', async ({ page }) => {
  await page.goto('/ukraine')
  await expect(page.getByRole('searchbox')).toBeHidden()
  await expect(page.getByRole('slider')).toBeHidden()
  await expect(page.getByRole('button', { name: /^Share/ })).toBeHidden()
})

test('an event on the strip is a link to its day', async ({ page }) => {
  await page.goto('/ukraine')
  await expect(page.locator('[data-event=berlin-2025]')).toHaveAttribute('href', '/ukraine/on/2025-12-14')
})

test('what is not there says so, on every kind of page and in a frame', async ({ page, expectProblem }) => {
  expectProblem(/status of 404/)
  for (const address of [
    '/absent',
    '/ukraine/absent',
    '/ukraine/nato-troops/absent',
    '/ukraine/party/absent',
    '/ukraine/on/1999-01-01',
    '/ukraine/known/2999-01-01',
    '/ukraine/shifts/1999-01',
    '/e/absent',
    '/sources/absent',
    '/absent/of/any/kind',
    '/embed/ukraine/absent',
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404)
    await expect(page, address).toHaveTitle('Nothing at this address · Parley')
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' }), address).toBeVisible()
    await expect(page.getByRole('main'), address).toHaveCount(1)
    await expect(page.getByRole('link', { name: 'search the record' }), address).toBeVisible()
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: phone })
  test('every summary is unfolded', async ({ page }) => {
    await page.goto('/ukraine')
    await expect(page.getByText('Sees no need to amend the constitution')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Unfold/ })).toHaveCount(0)
  })
})
