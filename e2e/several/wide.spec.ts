// A negotiation of 12 parties and 60 demands, imported while the server runs.

import { arrive, desktop, expect, expectAccessible, phone, rowsInPlace, tablet, test } from '@/e2e/fixtures'
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
  const seenFirst: string[] = []
  for (const act of ['sort', 'sort', 'filter'] as const) {
    const { titles, empty } = await page.evaluate(firstFrameAfter, act)
    expect(empty, `rows left empty in the first frame after: ${act}`).toBe(0)
    expect(titles.length).toBeGreaterThan(1)
    seenFirst.push(titles.join())
    // A moment later the document has the order that is seen, and the browser alone decides again which rows it draws.
    await rowsInPlace(page)
    const inDocument = await page.locator('tr:not([hidden]) .demand-title').allTextContents()
    expect(inDocument.slice(0, titles.length)).toEqual(titles)
  }
  expect(new Set(seenFirst).size).toBe(3)
})

/** In the page: the demands in sight, from above, in the first frame after the table changed, and how many of these rows are empty. */
async function firstFrameAfter(act: 'sort' | 'filter'): Promise<{ titles: string[]; empty: number }> {
  const table = document.querySelector('table.comparison') as HTMLElement
  const changed = new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(done)
    })
    observer.observe(table, { childList: true, subtree: true, attributeFilter: ['hidden', 'style'] })
  })
  if (act === 'sort') document.querySelector<HTMLElement>('thead th[data-column=party] button')?.click()
  else {
    const search = document.querySelector('input[type=search]') as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, '149')
    search.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await changed
  const frame = table.parentElement?.getBoundingClientRect() as DOMRect
  const top = (row: Element) => row.getBoundingClientRect().top
  const inSight = [...table.querySelectorAll('tr[data-demand]')]
    .filter((row) => {
      const { top, bottom, height } = row.getBoundingClientRect()
      return height > 0 && bottom > frame.top && top < Math.min(innerHeight, frame.bottom)
    })
    .sort((one, other) => top(one) - top(other))
  return {
    titles: inSight.map((row) => row.querySelector('.demand-title')?.textContent ?? ''),
    empty: inSight.filter((row) => !row.lastElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
  }
}

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
