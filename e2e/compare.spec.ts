// An analyst reads the table: who stands where, who shifted last, in whose words; sorts and filters it.
import { expect, rowsInPlace, test } from './fixtures'

test('a newcomer finds who shifted last on NATO renunciation, when, and in whose words', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ukraine war negotiations')
  const row = page.getByRole('row', { name: /NATO renunciation/ })
  await expect(row.getByRole('rowheader')).toContainText('Latest shift 18 Dec 2025: Ukraine (clarification)')
  await row.getByRole('rowheader').getByRole('link', { name: 'Ukraine' }).click()
  const story = page.getByRole('dialog', { name: 'Ukraine on NATO renunciation' })
  await expect(story.getByText('Frankly, I don’t think we need to amend our country’s constitution')).toBeVisible()
  await expect(story.getByText('Volodymyr Zelenskyy, President of Ukraine').first()).toBeVisible()
})

test('a cell says what is held, since when, how it came about and on how much it rests', async ({ page }) => {
  await page.goto('/ukraine')
  const row = page.getByRole('row', { name: /NATO renunciation/ })
  const cells = row.getByRole('cell')
  await expect(cells.nth(0)).toContainText('Conditional')
  await expect(cells.nth(0)).toContainText('from opposes')
  await expect(cells.nth(0)).toContainText('18 Dec 2025')
  await expect(cells.nth(0)).toContainText('held since 14 Dec 2025')
  await expect(cells.nth(1)).toContainText('Demands')
  await expect(cells.nth(1)).toContainText(/\d sources/)
  await expect(cells.nth(2)).toContainText('reported, not on the record')
  await expect(cells.nth(3)).toContainText('Ambiguous')
  // Ukraine 0, Russia +2, US +1; Europe is ambiguous and does not count.
  await expect(cells.nth(4)).toContainText('two steps')
  await expect(cells.nth(4).getByRole('img')).toHaveAccessibleName(
    'Ukraine conditional, Russia demands, United States accepts',
  )
  const empty = page
    .getByRole('row', { name: /Putin–Zelenskyy meeting/ })
    .getByRole('cell')
    .nth(3)
  await expect(empty).toHaveText(/No stated position/)
})

/** In the order of the document, which has the order that is seen a moment later. */
const titles = async (page: import('@playwright/test').Page) => {
  await rowsInPlace(page)
  return page.locator('tr:not([hidden]) .demand-title').allTextContents()
}

test('every order there is can be chosen, both ways', async ({ page }) => {
  test.setTimeout(90_000)
  await page.goto('/ukraine')
  const record = await titles(page)
  expect(record).toHaveLength(23)
  await page.getByRole('button', { name: /^Demand/ }).click()
  await expect(page.getByRole('columnheader', { name: /^Demand/ })).toHaveAttribute('aria-sort', 'ascending')
  const sorted = await titles(page)
  expect(sorted).toEqual([...record].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })))
  await page.getByRole('button', { name: /^Demand/ }).click()
  await expect.poll(() => titles(page)).toEqual([...sorted].reverse())

  const menu = page.getByRole('button', { name: /^Sort/ })
  await menu.click()
  await expect(page.getByRole('radio').first()).toBeVisible()
  const names = await page
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent ?? ''))
  expect(names.length).toBeGreaterThanOrEqual(19)
  const seen = new Set<string>()
  for (const name of names) {
    await page.getByRole('radio', { name, exact: true }).check()
    expect((await titles(page)).toSorted()).toEqual(record.toSorted())
    seen.add((await titles(page)).join())
  }
  expect(seen.size, 'orders that differ').toBeGreaterThan(12)
})

test('a party’s stance sorts from demands to rejects, the unstated last both ways; shift adds a second key', async ({
  page,
}) => {
  await page.goto('/ukraine')
  const russia = page.locator('td[data-party=russia] .stance')
  const order = ['Demands', 'Accepts', 'Conditional', 'Opposes', 'Rejects']
  const stances = async () => {
    await rowsInPlace(page)
    return (await russia.allTextContents()).map((text) => order.indexOf(text))
  }
  await page.getByRole('button', { name: /^Russia/ }).click()
  await expect(page.getByRole('columnheader', { name: /^Russia/ })).toHaveAttribute('aria-sort', 'descending')
  const down = (await stances()).filter((at) => at >= 0)
  expect(down).toEqual(down.toSorted((a, b) => a - b))
  await page.getByRole('button', { name: /^Demand/ }).click({ modifiers: ['Shift'] })
  await expect(page).toHaveURL(/sort=-by-russia,demand/)
  await rowsInPlace(page)
  const first = await page
    .locator('tr[data-demand]')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('td[data-party=russia] .stance')?.textContent,
        row.querySelector('.demand-title')?.textContent,
      ]),
    )
  const demands = first.filter(([stance]) => stance === 'Demands').map(([, title]) => title as string)
  expect(demands.length).toBeGreaterThan(2)
  expect(demands).toEqual(demands.toSorted((a, b) => a.localeCompare(b, 'en')))
})

test('grouped by topic, every demand stands under its topic', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('button', { name: /^Sort/ }).click()
  await page.getByRole('checkbox', { name: 'Group by topic' }).check()
  const heads = page.locator('.group-head')
  await expect(heads).toHaveText(['Process', 'Security', 'Territory and control', /.+/, /.+/, /.+/])
  await expect(page.locator('tbody').nth(1).locator('.demand-title').first()).toHaveText('NATO renunciation')
})

test('words are found in demand, proposition, summary, terms and quotation', async ({ page }) => {
  await page.goto('/ukraine')
  const search = page.getByRole('searchbox')
  const count = page.getByRole('status').filter({ hasText: 'demands' })
  for (const [words, demand] of [
    ['renunciation', 'NATO renunciation'],
    ['renounces NATO membership', 'NATO renunciation'],
    ['least of all at russia', 'NATO renunciation'],
    ['constitutional goal', 'NATO renunciation'],
    ["don't think we need to amend", 'NATO renunciation'],
  ] as const) {
    await search.fill(words)
    await expect(count).toContainText('of 23 demands')
    expect(await titles(page), words).toContain(demand)
  }
  await search.fill('zebra')
  await expect(page.getByText('No demand fits these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Reset the filters' }).click()
  await expect(count).toContainText('23 demands')
  await expect(search).toHaveValue('')
})

test('topic, stance, party and window narrow the rows, and together', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('button', { name: /^Topics/ }).click()
  await page.getByRole('checkbox', { name: 'Security' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('6 of 23 demands')).toBeVisible()
  await page.getByRole('button', { name: /^Stances/ }).click()
  await page.getByRole('checkbox', { name: 'Rejects' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Parties/ }).click()
  await page.getByRole('checkbox', { name: 'Russia' }).check()
  await page.keyboard.press('Escape')
  const russia = await page.locator('tr:not([hidden]) td[data-party=russia] .stance').allTextContents()
  expect(russia.length).toBeGreaterThan(0)
  expect(new Set(russia)).toEqual(new Set(['Rejects']))
  await expect(page).toHaveURL('/ukraine?topic=security&party=russia&stance=rejects')

  await page.goto('/ukraine')
  await page.getByRole('button', { name: /^Moved since/ }).click()
  await page.getByLabel('Moved since', { exact: true }).fill('2026-05-01')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL('/ukraine?moved=2026-05-01')
  const rows = await page.locator('tr[data-demand]:not([hidden])').count()
  expect(rows).toBeGreaterThan(0)
  expect(rows).toBeLessThan(23)
  // What moved carries an accent, in every row that is left.
  expect(await page.locator('tr[data-demand]:not([hidden]):has(td[data-moved])').count()).toBe(rows)
})

test('on the record only, every cell is derived anew from the entries that qualify', async ({ page }) => {
  await page.goto('/ukraine')
  const us = page
    .getByRole('row', { name: /NATO renunciation/ })
    .getByRole('cell')
    .nth(2)
  await expect(us).toContainText('reported, not on the record')
  const before = await us.innerText()
  await page.getByRole('checkbox', { name: 'On the record only' }).check()
  await expect(us).not.toContainText('reported')
  expect(await us.innerText()).not.toBe(before)
  await expect(page.getByText('reported, not on the record')).toHaveCount(0)
  await expect(page).toHaveURL('/ukraine?record=only')
})

test('on the record only, the heads and the panel count as the cells do', async ({ page }) => {
  await page.goto('/ukraine/on/2025-12-14')
  const us = page.getByRole('columnheader', { name: /^United States/ })
  await expect(us).toContainText('last moved 14 Dec 2025')
  await page.goto('/ukraine/on/2025-12-14?record=only&story=nato-renunciation.us')
  const story = page.getByRole('dialog', { name: 'United States on NATO renunciation' })
  await expect(story).toContainText('since 12 Feb 2025')
  await expect(story.getByRole('article').first()).toContainText('not on the record')
  await page.keyboard.press('Escape')
  await expect(us).toContainText('last moved 23 Nov 2025')
})

test('parties that shifted on the same day are all named, and a first position is no move', async ({ page }) => {
  await page.goto('/ukraine')
  const exchange = page.getByRole('row', { name: /All-for-all prisoner exchange/ }).getByRole('rowheader')
  await expect(exchange).toContainText('Latest shift 8 May 2026: Russia (new position), US (new position)')
  await page.goto('/ukraine?moved=2026-05-01')
  await expect(page.getByRole('row', { name: /Ceasefire before settlement/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /All-for-all prisoner exchange/ })).toHaveCount(0)
})

test('columns are hidden and put in another order', async ({ page }) => {
  await page.goto('/ukraine')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Europe' }).uncheck()
  await page.getByRole('button', { name: 'Move Russia to the left' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader')).toHaveText([
    /^Demand/,
    /^Russia/,
    /^Ukraine/,
    /^United States/,
    /^Spread/,
  ])
  await expect(page).toHaveURL('/ukraine?columns=russia,ukraine,us')
  // The spread is that of the parties shown.
  await expect(page.getByRole('row', { name: /Front-line freeze/ }).getByRole('img')).not.toHaveAccessibleName(/Europe/)
})

test('a row out of sight is not drawn until it is scrolled to, and is found all the same', async ({ page }) => {
  await page.goto('/ukraine')
  const last = page.getByRole('row').last()
  await expect(last.getByRole('rowheader')).toContainText('Latest shift')
  const isDrawn = () =>
    last
      .locator('.cell-link')
      .first()
      .evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }))
  expect(await isDrawn()).toBe(false)
  await last.scrollIntoViewIfNeeded()
  await expect.poll(isDrawn).toBe(true)
})
