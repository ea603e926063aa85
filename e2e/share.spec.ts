import { parse } from 'csv-parse/sync'
import { arrive, expect, expectAccessible, test } from './fixtures'

test('the CSV of a view has exactly its cells', async ({ page, request }) => {
  await arrive(page, '/ukraine/on/2025-12-14?topic=security&columns=ukraine,russia&record=only')
  const shown = await page.locator('tr[data-demand]:not([hidden]) td[data-party]').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const stance = cell
        .querySelector('.stance:not(.stance-none)')
        ?.textContent?.trim()
        .toLowerCase()
        .replace(/[^a-z]/g, '')
      const demand = cell.closest('tr')?.getAttribute('data-demand')
      return stance ? [`${demand} ${cell.getAttribute('data-party')} ${stance}`] : []
    }),
  )
  expect(shown.length).toBeGreaterThan(5)
  await page.getByRole('button', { name: /^Share/ }).click()
  await expect(page.getByText(`${shown.length} positions`)).toBeVisible()
  const csv = await (
    await request.get((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) as string)
  ).text()
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  expect(rows.map(({ demand, party, stance }) => `${demand} ${party} ${stance}`).sort()).toEqual(shown.sort())
  const json = await (
    await request.get((await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')) as string)
  ).json()
  expect(json.asOf).toBe('2025-12-14')
  expect(json.items).toHaveLength(shown.length)
})

test('the table is cited as of its day, and its feeds are named', async ({ page, request }) => {
  await arrive(page, '/ukraine/on/2025-12-14')
  await page.getByRole('button', { name: /^Share/ }).click()
  const text = page.getByRole('link', { name: 'plain text' })
  await expect(text).toHaveAttribute('href', '/ukraine/on/2025-12-14/cite.txt')
  expect(await (await request.get('/ukraine/on/2025-12-14/cite.txt')).text()).toContain('as of 14 Dec 2025')
  for (const name of ['BibTeX', 'RIS', 'CSL-JSON', 'Atom feed', 'JSON feed']) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) as string
    expect((await request.get(href)).status(), href).toBe(200)
  }
  await expectAccessible(page, '[role=dialog]')
})

for (const [path, feed] of [
  ['/ukraine', '/feeds/ukraine.atom'],
  ['/ukraine/shifts', '/feeds/ukraine.atom'],
  ['/ukraine/nato-troops', '/feeds/ukraine/demand/nato-troops.atom'],
  ['/ukraine/party/russia', '/feeds/ukraine/party/russia.atom'],
] as const)
  test(`a feed reader finds the feed of ${path}`, async ({ page }) => {
    await page.goto(path)
    const found = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
    expect(new URL(found as string, page.url()).pathname).toBe(feed)
  })

test('a demand is taken along as data and as a frame', async ({ page, request }) => {
  await page.goto('/ukraine/nato-troops')
  const region = page.getByRole('region', { name: 'Take it along' })
  for (const link of await region.getByRole('link').all()) {
    const href = (await link.getAttribute('href')) as string
    expect((await request.get(href)).status(), href).toBe(200)
  }
  await expect(region.getByRole('textbox')).toHaveValue(/<iframe src="[^"]+\/embed\/ukraine\/nato-troops"/)
})
