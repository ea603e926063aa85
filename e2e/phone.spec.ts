import { expect, phone, tablet, test } from './fixtures'

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('a demand is its stances in one line, unfolded its summaries', async ({ page }) => {
    await page.goto('/ukraine')
    const row = page.locator('tr[data-demand=nato-renunciation]')
    const tops = await row
      .locator('.stance')
      .evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().top)))
    expect(tops).toHaveLength(4)
    expect(new Set(tops).size).toBe(1)
    const summary = row.getByText('Sees no need to amend the constitution')
    await expect(summary).toBeHidden()
    await row.getByRole('button', { name: /^Unfold/ }).tap()
    await expect(summary).toBeVisible()
    await row.getByRole('button', { name: /^Fold/ }).tap()
    await expect(summary).toBeHidden()
  })

  test('the filters wait at the bottom, in reach of the thumb', async ({ page }) => {
    await page.goto('/ukraine')
    const toggle = page.getByRole('button', { name: 'Filter and sort' })
    const box = await toggle.boundingBox()
    expect(box && box.y + box.height).toBeGreaterThan(phone.height - 80)
    await toggle.tap()
    await page.getByRole('searchbox').fill('Donbas')
    await page.getByRole('button', { name: 'Show the table' }).tap()
    await expect(page.locator('tr[data-demand=donbas-withdrawal]')).toBeVisible()
    await expect(page.locator('tr[data-demand=elections]')).toBeHidden()
  })

  test('one tap leads to the quotation', async ({ page }) => {
    await page.goto('/ukraine')
    await page.getByRole('link', { name: /^Ukraine on NATO renunciation/ }).tap()
    await expect(page.getByRole('dialog').locator('blockquote').first()).toBeVisible()
  })
})

for (const [name, viewport] of Object.entries({ phone, tablet, small: { width: 320, height: 640 } })) {
  test.describe(`${name}: no sideways scroll`, () => {
    test.use({ viewport })
    for (const address of [
      '/ukraine',
      '/ukraine/on/2025-12-14',
      '/ukraine/nato-renunciation/us',
      '/e/e152',
      '/method',
    ]) {
      test(address, async ({ page }) => {
        await page.goto(address)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      })
    }
  })
}
