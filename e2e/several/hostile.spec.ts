// 500 hostile texts in every field that holds words, through every page, feed, file, frame and picture: shown as the text that they are.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { acceptIn, enrol } from '@/e2e/desk-people'
import { expect, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { invitedBeside } from '@/e2e/invited-beside'
import { DATA } from '@/e2e/server-address'
import { HOSTILE, hostileNegotiation, numbersIn } from '@/tests/made/hostile'

// Elements that no page of ours has: each would have come from a text.
const PLANTED = [
  'img[src=x]',
  '[onerror]',
  '[onload]',
  '[ontoggle]',
  '[onfocus]',
  '[srcdoc]',
  'base[href]',
  'math',
  'meta[http-equiv=refresh i]',
  'link[href*="evil.example" i]',
  'a[href*="//evil.example" i]:not([href^="https://"])',
  '[src*="evil.example" i]',
  'a[href^="javascript:" i]',
].join(', ')

const plantedIn = (page: Page) =>
  page.locator(PLANTED).evaluateAll((nodes) => nodes.map((node) => node.outerHTML.slice(0, 300)))

type Desk = { review: number; merge: string; draft: string }

async function bringToTheDesk(address: string): Promise<Desk> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'e2e/hostile-at-the-desk.ts', address],
    { env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PARLEY_DATA: process.env[DATA] } },
  )
  return JSON.parse(stdout)
}

/** Opens each address and gives the numbers of the texts that were shown on all of them together. */
async function shownOn(page: Page, addresses: string[]): Promise<Set<number>> {
  const seen = new Set<number>()
  for (const address of addresses) {
    await page.goto(address)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await plantedIn(page), address).toEqual([])
    const numbers = numbersIn((await page.locator('body').textContent()) ?? '')
    expect(numbers.length, `${address} shows some of them`).toBeGreaterThan(0)
    for (const number of numbers) seen.add(number)
  }
  return seen
}

test('500 hostile texts in every field, through every output: none is executed', async ({ page, expectProblem }) => {
  test.setTimeout(600_000)
  expect(new Set(HOSTILE).size).toBe(500)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  const made = hostileNegotiation('hostile')
  const desk = await test.step('brought in by the import, and at the desk', async () => {
    await importBeside(made)
    await acceptIn(page, await invitedBeside('hostile@example.org', 'admin'), '<img src=x onerror=alert(1)>')
    await enrol(page)
    return bringToTheDesk('hostile@example.org')
  })

  await test.step('pages for readers', async () => {
    const seen = await shownOn(page, [
      '/',
      '/hostile',
      '/hostile/on/2023-01-01',
      '/hostile?story=demand-1.party-1',
      '/hostile/shifts',
      '/hostile/sources',
      '/hostile/events',
      '/hostile/party/party-1',
      '/hostile/demand-1',
      '/e/hostile-7',
      '/sources/hostile-source-7',
      '/corrections',
      '/data',
      '/search?q=alert',
      '/embed/hostile',
      '/embed/hostile/demand-1',
      '/hostile/demand-2/party-1',
      '/hostile/demand-3/party-2',
      '/hostile/demand-4/party-3',
    ])
    expect(seen.size, 'all of them were shown').toBe(HOSTILE.length)
    expectProblem(/status of 410/)
    await shownOn(page, ['/e/hostile-302'])
  })

  await test.step('pages of the desk', async () => {
    const seen = await shownOn(page, [
      '/desk',
      '/desk/queue',
      '/desk/sources?q=hostile',
      '/desk/sources/hostile-source-1',
      '/desk/sources/hostile-source-9',
      '/desk/write/hostile-source-1',
      `/desk/drafts/${desk.draft}`,
      `/desk/drafts/${desk.draft}?article=hostile-source-4`,
      `/desk/drafts/${desk.merge}`,
      '/desk/entries?q=alert',
      '/desk/entries/hostile-100',
      `/desk/reviews/${desk.review}`,
      '/desk/views',
    ])
    expect(seen.size, 'all of them were shown').toBe(HOSTILE.length)
    await page.goto('/desk/people')
    await expect(page.getByRole('cell', { name: '<img src=x onerror=alert(1)>' }).first()).toBeVisible()
    expect(await plantedIn(page)).toEqual([])
  })

  await test.step('what is typed into an address', async () => {
    const fields = ['/search?q=', '/desk/sources?q=', '/desk/entries?q=', '/desk/sign-in?to=', '/desk/views?keep=']
    for (const [at, text] of HOSTILE.slice(0, 10).entries()) {
      const address = fields[at % fields.length] + encodeURIComponent(text)
      await page.goto(address)
      expect(await plantedIn(page), address).toEqual([])
    }
  })

  await test.step('feeds and the interface, opened as pages', async () => {
    for (const address of [
      '/feeds/hostile.atom',
      '/feeds/hostile.json',
      '/feeds/hostile/party/party-1.atom',
      '/api/v1/negotiations/hostile/entries?limit=500',
      '/api/v1/negotiations/hostile/positions',
      '/api/v1/negotiations/hostile/shifts?limit=500',
      '/api/v1/sources?limit=500',
      '/api/v1/entries/hostile-7',
      '/api/v1/search?q=alert',
      '/hostile/demand-1/party-1/story',
      '/e/hostile-7/cite.txt',
      '/picture/hostile',
      '/picture/hostile/demand-1',
      '/picture/hostile/party/party-1',
      '/picture/e/hostile-7',
    ]) {
      const response = await page.goto(address)
      expect(response?.status(), address).toBe(200)
      expect(response?.headers()['x-content-type-options'], address).toBe('nosniff')
      expect(response?.headers()['content-type'], address).not.toContain('html')
      expect(await plantedIn(page), address).toEqual([])
    }
  })

  await test.step('files that a browser stores and does not open', async () => {
    for (const address of [
      '/api/v1/negotiations/hostile/entries.csv',
      '/api/v1/negotiations/hostile/positions.csv',
      '/api/v1/negotiations/hostile/shifts.csv',
      '/api/v1/sources.csv',
      '/e/hostile-7/cite.bib',
      '/e/hostile-7/cite.ris',
    ]) {
      const response = await page.request.get(address)
      expect(response.status(), address).toBe(200)
      expect(response.headers(), address).toMatchObject({ 'x-content-type-options': 'nosniff' })
      expect(response.headers()['content-disposition'], address).toMatch(/^attachment/)
      expect(numbersIn(await response.text()).length, address).toBeGreaterThan(0)
    }
  })

  expect(dialogs).toEqual([])
  await page.goto('/e/hostile-7')
  const quotation = page.locator('blockquote bdi').first()
  expect(await quotation.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate')
  await expect(quotation).toHaveText(made.entries[6]?.citations[0]?.quote as string)
})
