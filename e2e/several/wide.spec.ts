// A negotiation of 12 parties and 60 demands, imported while the server runs.

import { arrive, desktop, expect, expectAccessible, phone, tablet, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { makeNegotiation } from '@/tests/made/negotiation'

// A second import of the same changes nothing, so a worker that starts anew may do it again.
test.beforeAll(async () => {
  test.setTimeout(120_000)
  await importBeside(makeNegotiation({ slug: 'wide', parties: 12, demands: 60, entries: 1500 }))
})

test('a second negotiation is there at once, and the front page lists both', async ({ page }) => {
  // Within a moment of the import, without a restart.
  const link = page.getByRole('link', { name: 'Made negotiation wide' })
  await expect(async () => {
    await page.goto('/')
    await expect(link).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Negotiations')
  await expect(page.getByRole('link', { name: 'Ukraine war negotiations' })).toHaveAttribute('href', '/ukraine')
  await link.click()
  await expect(page.locator('tr[data-demand]')).toHaveCount(60)
})

for (const [name, viewport] of Object.entries({ desktop, tablet, phone })) {
  test.describe(name, () => {
    test.use({ viewport })
    test.setTimeout(90_000)
    test('12 parties by 60 demands fit, sort, filter and stay within the page', async ({ page }) => {
      await page.goto('/wide')
      await expect(page.locator('tr[data-demand]')).toHaveCount(60)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      // 720 cells take axe a while; they are the same on every screen.
      if (name === 'desktop') await expectAccessible(page)
      if (name === 'phone') return
      const frame = page.locator('.table-frame')
      const head = page.getByRole('columnheader', { name: /^Demand/ })
      await frame.evaluate((element) => element.scrollTo(99_999, 2000))
      await expect(head).toBeInViewport()
      await expect(page.getByRole('columnheader', { name: /^Republic of Party 12/ })).toBeInViewport()
      const first = page.locator('tr[data-demand] th').nth(20)
      const left = (await frame.boundingBox())?.x ?? 0
      expect(Math.abs(((await first.boundingBox())?.x ?? -99) - left)).toBeLessThan(3)
    })
  })
}

test('in another order, and filtered, rows that come into sight are whole at once and not empty boxes first', async ({
  page,
}) => {
  await arrive(page, '/wide')
  // In the first frame after the table changed: how many rows are in sight, and how many of them the browser left empty.
  const seen = await page.evaluate(async () => {
    const table = document.querySelector('table.comparison') as HTMLElement
    const seen: { whole: number; empty: number }[] = []
    const look = () => {
      const frame = table.parentElement?.getBoundingClientRect() as DOMRect
      const rows = [...table.querySelectorAll('tr[data-demand]')].filter((row) => {
        const { top, bottom, height } = row.getBoundingClientRect()
        return height > 0 && bottom > frame.top && top < Math.min(innerHeight, frame.bottom)
      })
      const empty = rows.filter((row) => !row.lastElementChild?.checkVisibility({ contentVisibilityAuto: true }))
      seen.push({ whole: rows.length - empty.length, empty: empty.length })
    }
    const changed = () =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => {
            look()
            // Longer than what is put off until the rows are drawn.
            setTimeout(done, 500)
          })
        })
        observer.observe(table, { childList: true, subtree: true, attributeFilter: ['hidden'] })
      })
    const party = document.querySelector<HTMLElement>('thead th[data-column=party] button')
    const search = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement
    for (const act of [
      () => party?.click(),
      () => party?.click(),
      () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, 'number 5')
        search.dispatchEvent(new Event('input', { bubbles: true }))
      },
    ]) {
      const done = changed()
      act()
      await done
    }
    return seen
  })
  expect(seen.map(({ empty }) => empty)).toEqual([0, 0, 0])
  for (const { whole } of seen) expect(whole).toBeGreaterThan(1)
  // Once that is done, the browser alone decides again which rows it draws.
  expect(await page.locator('tr[style*=content-visibility]').count()).toBe(0)
})

test('1,500 entries of shifts: only the rows in sight are drawn, and sorting reaches them all', async ({ page }) => {
  await page.goto('/wide/shifts')
  const status = page.getByRole('status').filter({ hasText: 'shifts' })
  await expect(status).toHaveText(/^1,\d{3} shifts$/)
  expect(await page.locator('.shift-table time').count()).toBeLessThan(80)
  const first = page.locator('.shift-table time').first()
  const newest = await first.getAttribute('datetime')
  await page.getByRole('columnheader', { name: /^Date/ }).getByRole('button').click()
  await expect(first).not.toHaveAttribute('datetime', newest as string)
  const frame = page.getByRole('region', { name: 'Shifts' })
  await frame.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(page.locator('.shift-table time').last()).toHaveAttribute('datetime', newest as string)
})
