// The pages beside the table: a demand, a party, a source, all sources, the events, the data.
import { expect, expectAccessible, phone, test } from './fixtures'

const PAGES = [
  '/ukraine/nato-renunciation',
  '/ukraine/party/russia',
  '/sources/outlook-2025-12-14',
  '/ukraine/sources',
  '/ukraine/events',
  '/data',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const address of PAGES) {
      test(`${address} is accessible`, async ({ page }) => {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      })
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: phone })
  for (const address of PAGES) {
    test(`${address} does not scroll sideways`, async ({ page }) => {
      await page.goto(address)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    })
  }
})

test('each page names its one address and a picture that is there', async ({ page, request }) => {
  for (const address of ['/ukraine', ...PAGES.slice(0, 2), '/e/e152']) {
    await page.goto(address)
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(new URL(canonical as string).pathname).toBe(address)
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
    const answer = await request.get(new URL(picture as string).pathname)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toBe('image/png')
    expect((await answer.body()).length).toBeGreaterThan(20_000)
  }
})

test('the sitemap names every page once, and robots.txt names the sitemap', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toMatch(/^Sitemap: http:\/\/.*\/sitemap\.xml$/m)
  const answer = await request.get('/sitemap.xml')
  expect(answer.headers()['content-type']).toContain('application/xml')
  const found = [...(await answer.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(
    ([, place]) => new URL(place as string).pathname,
  )
  expect(new Set(found).size).toBe(found.length)
  expect(found).toEqual(expect.arrayContaining([...PAGES, '/e/e152', '/ukraine/nato-renunciation/us', '/method']))
  expect(found.filter((place) => place.startsWith('/e/'))).toHaveLength(210)
  expect((await request.get('/sitemap-2.xml')).status()).toBe(404)
})

test('the table says of itself that it is a data set', async ({ page }) => {
  await page.goto('/ukraine')
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(text as string)).toMatchObject({ '@type': 'Dataset', temporalCoverage: '2021-12-17/2026-06-05' })
})

test('what is not there is not found', async ({ page, expectProblem }) => {
  expectProblem(/404/)
  for (const address of ['/ukraine/no-demand', '/ukraine/party/nobody', '/sources/none', '/e/none', '/data/other']) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change between light and dark' })).toBeVisible()
    await expectAccessible(page)
  }
})

test('every download that the data page names is there', async ({ page, request }) => {
  await page.goto('/data')
  const links = page.getByRole('table', { name: /^Files of/ }).getByRole('link')
  const files = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(files).toHaveLength(8)
  for (const file of files) expect((await request.get(file)).status(), file).toBe(200)
})
