// Another site's page with our one line of HTML in it, served from another port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { arrive, test as base, expect, expectAccessible } from './fixtures'

type Newspaper = {
  /** Opens a page of another site that holds this HTML. */
  show: (page: Page, html: string, style?: string) => Promise<void>
}

const test = base.extend<{ newspaper: Newspaper }>({
  newspaper: async ({ expectProblem }, use) => {
    let sent = ''
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(sent)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    expectProblem(new RegExp(`a request to somebody else: http://127.0.0.1:${port}/`))
    await use({
      show: async (page, html, style = '') => {
        sent = `<!doctype html><html lang="en" style="${style}"><head><title>Newspaper</title><link rel="icon" href="data:,"></head><body>${html}</body></html>`
        await page.goto(`http://127.0.0.1:${port}/`)
      },
    })
    await new Promise((done) => server.close(done))
  },
})

test('the line from the menu shows the live table, and its links lead to whole pages', async ({
  page,
  context,
  newspaper,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await arrive(page, '/ukraine')
  await page.getByRole('button', { name: /^Share/ }).click()
  await page.getByRole('button', { name: 'Copy HTML' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const html = await page.evaluate(() => navigator.clipboard.readText())
  expect(html).toBe(await page.getByRole('textbox', { name: 'HTML of the frame' }).inputValue())
  await newspaper.show(page, html)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('row')).toHaveCount(24)
  const opened = context.waitForEvent('page')
  await frame.getByRole('link', { name: /^Ukraine on NATO renunciation/ }).click()
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText(/Ukraine on NATO renunciation/)
})

test('one demand, frozen at a day, shows nothing that came later', async ({ page, baseURL, newspaper }) => {
  await newspaper.show(
    page,
    `<iframe src="${baseURL}/embed/ukraine/nato-troops/on/2025-03-01" width="700" height="600" title="Parley"></iframe>`,
  )
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading')).toHaveText('NATO troops in Ukraine')
  await expect(frame.getByText('as of 1 Mar 2025 (frozen at this day)')).toBeVisible()
  const ukraine = frame.getByRole('row').filter({ hasText: 'Ukraine on NATO troops' })
  await expect(ukraine).toContainText('Opposes')
  await expect(ukraine).toContainText('29 Mar 2022')
})

test.describe('with the theme of the system', () => {
  // Playwright's own would reach into the frame.
  test.use({ colorScheme: null })
  test('the frame has the theme of its address, and else that of the page around it', async ({
    page,
    baseURL,
    newspaper,
  }) => {
    const paper = async (path: string, style: string) => {
      await newspaper.show(page, `<iframe src="${baseURL}${path}" title="Parley"></iframe>`, style)
      return page
        .frameLocator('iframe')
        .locator('html')
        .evaluate((root) => getComputedStyle(root).backgroundColor)
    }
    const light = await paper('/embed/ukraine/light', '')
    const dark = await paper('/embed/ukraine/dark', '')
    expect(dark).not.toBe(light)
    expect(await paper('/embed/ukraine', 'color-scheme: dark')).toBe(dark)
    expect(await paper('/embed/ukraine', 'color-scheme: light')).toBe(light)
    expect(await paper('/embed/ukraine/light', 'color-scheme: dark')).toBe(light)
  })
})

for (const path of ['/embed/ukraine', '/embed/ukraine/dark', '/embed/ukraine/nato-troops'])
  test(`${path} holds no script and is accessible`, async ({ page }) => {
    for (const width of [380, 1000]) {
      await page.setViewportSize({ width, height: 700 })
      await page.goto(path)
      await expect(page.locator('script')).toHaveCount(0)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

test('only frames may be framed', async ({ page, baseURL, request, expectProblem, newspaper }) => {
  expectProblem(/frame-ancestors|X-Frame-Options|refused to connect|ERR_BLOCKED/i)
  await newspaper.show(page, `<iframe src="${baseURL}/ukraine" title="Parley"></iframe>`)
  await expect(page.frameLocator('iframe').getByRole('table')).toHaveCount(0)
  for (const path of ['/embed/absent', '/embed/ukraine/absent', '/embed/ukraine/on/2020-01-01', '/embed/ukraine/a/b'])
    expect((await request.get(path)).status(), path).toBe(404)
})
