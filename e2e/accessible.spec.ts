import { desktop, expect, expectAccessible, phone, tablet, test } from './fixtures'

const PAGES = [
  '/',
  '/ukraine/on/2025-12-14?group=topic&moved=2025-11-01',
  '/ukraine/nato-renunciation/ukraine',
  '/e/e152',
  '/method',
]

for (const [name, viewport] of Object.entries({ desktop, tablet, phone })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme })
      for (const address of PAGES) {
        test(address, async ({ page }) => {
          await page.goto(address)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expectAccessible(page)
        })
      }

      test('the panel and a menu', async ({ page }) => {
        await page.goto('/ukraine?story=nato-renunciation.ukraine')
        await expect(page.getByRole('dialog').getByRole('article').first()).toBeVisible()
        await expectAccessible(page, '[role=dialog]')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        if (name === 'phone') await page.getByRole('button', { name: 'Filter and sort' }).click()
        for (const menu of [/^Stances/, /^Columns/, /^Sort/, /^Moved since/]) {
          await page.getByRole('button', { name: menu }).click()
          await expect(page.getByRole('dialog')).toBeVisible()
          await expectAccessible(page, '[role=dialog]')
          await page.keyboard.press('Escape')
          await expect(page.getByRole('dialog')).toBeHidden()
        }
      })
    })
  }
}

test('the reader’s theme is kept over a reload', async ({ page }) => {
  await page.goto('/ukraine')
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const before = await paper()
  await page.getByRole('button', { name: 'Change between light and dark' }).click()
  const after = await paper()
  expect(after).not.toBe(before)
  await page.reload()
  expect(await paper()).toBe(after)
})
