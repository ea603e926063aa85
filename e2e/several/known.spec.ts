// The second clock: what this site said on an earlier day, beside what it says now.
import { backdatedBeside } from '@/e2e/backdated-beside'
import { arrive, desktop, expect, expectAccessible, phone, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { addDays, formatDay, today } from '@/lib/domain/time/day'
import { makeNegotiation } from '@/tests/made/negotiation'

const SLUG = 'made-memory'
const made = makeNegotiation({ slug: SLUG, parties: 2, demands: 3, entries: 24, seed: 4 })
const [first] = made.entries.filter(({ party, demand }) => party === 'party-1' && demand === 'demand-1').reverse()
const KNOWN = addDays(today(), -3)
const OLD = first?.summary as string
const NEW = 'In better words than before.'

test.beforeAll(async () => {
  await importBeside(made)
  await backdatedBeside(SLUG, 10)
  const corrected = made.entries.map((entry) => (entry.id === first?.id ? { ...entry, summary: NEW } : entry))
  await importBeside({ ...made, entries: corrected })
})

test('a reader goes back to what was known, looks around in it, and comes home', async ({ page }) => {
  await arrive(page, `/${SLUG}`)
  await expect(page.getByText(NEW)).toBeVisible()
  await page.getByRole('button', { name: 'Known now' }).click()
  await page.getByLabel('As Parley knew it at the end of').fill(KNOWN)
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page).toHaveURL(`/${SLUG}/known/${KNOWN}`)
  await expect(page.getByText(`This is what Parley said at the end of ${formatDay(KNOWN)}`)).toBeVisible()
  await expect(page.getByText(OLD)).toBeVisible()
  await expect(page.getByText(NEW)).toHaveCount(0)
  await expectAccessible(page)

  await test.step('its story is the one of then', async () => {
    await page.locator('tr[data-demand="demand-1"] td[data-party="party-1"] .cell-link').click()
    const panel = page.getByRole('dialog')
    await expect(panel.getByRole('paragraph').filter({ hasText: OLD })).toBeVisible()
    await expect(panel.getByText(NEW)).toHaveCount(0)
    await panel.getByRole('link', { name: 'Open as a page' }).click()
    await expect(page).toHaveURL(`/${SLUG}/demand-1/party-1/known/${KNOWN}`)
    await expect(page.getByRole('paragraph').filter({ hasText: OLD })).toBeVisible()
    await page.goBack()
  })

  await test.step('both clocks: stepping through days keeps what is known', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Earlier shift' }).click()
    await expect(page).toHaveURL(new RegExp(`/${SLUG}/on/[\\d-]+/known/${KNOWN}$`))
    await expect(page.getByText(/as it stood on that day.*as known on/)).toBeVisible()
    const address = page.url()
    await page.reload()
    await expect(page).toHaveURL(address)
  })

  await test.step('data and citation are of then too', async () => {
    await page.getByRole('button', { name: 'Share, cite, CSV' }).click()
    const json = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
    expect(json).toContain(`knownAt=${KNOWN}`)
    const answer = await page.request.get(json as string)
    const { chain, knownAt } = await answer.json()
    expect(knownAt).toBe(`${KNOWN}T23:59:59.999999Z`)
    expect(chain.hash).toMatch(/^[0-9a-f]{64}$/)
    const cite = await page.getByRole('link', { name: 'Plain text' }).getAttribute('href')
    expect(await (await page.request.get(cite as string)).text()).toContain(`as known on ${formatDay(KNOWN)}`)
    await page.keyboard.press('Escape')
  })

  await page.getByRole('link', { name: 'What it says now' }).click()
  await expect(page).toHaveURL(new RegExp(`/${SLUG}/on/[\\d-]+$`))
})

test('the clock in the query, a day that is not over, and one before the first publication', async ({ page }) => {
  await page.goto(`/${SLUG}?known=${KNOWN}&stance=rejects`)
  await expect(page).toHaveURL(`/${SLUG}/known/${KNOWN}?stance=rejects`)
  await page.goto(`/${SLUG}/known/${today()}`)
  await expect(page).toHaveURL(`/${SLUG}`)
  await page.goto(`/${SLUG}/known/${addDays(today(), -30)}`)
  await expect(page.getByText('had published nothing of this yet')).toBeVisible()
  await expectAccessible(page)
})

test('the same address gives the same bytes after a further correction', async ({ request }) => {
  const addresses = [
    `/${SLUG}/known/${KNOWN}`,
    `/${SLUG}/on/2024-01-15/known/${KNOWN}`,
    `/${SLUG}/demand-1/party-1/known/${KNOWN}`,
  ]
  const data = [
    `/api/v1/negotiations/${SLUG}/positions?knownAt=${KNOWN}`,
    `/api/v1/negotiations/${SLUG}/positions.csv?knownAt=${KNOWN}`,
  ]
  const bodies = () => Promise.all([...addresses, ...data].map(async (address) => (await request.get(address)).text()))
  const before = await bodies()
  const again = made.entries.map((entry) => ({
    ...entry,
    summary: entry.id === first?.id ? 'Corrected again.' : `${entry.summary} Again.`,
  }))
  await importBeside({ ...made, entries: again })
  await expect(async () => expect(await (await request.get(`/${SLUG}`)).text()).toContain('Corrected again.')).toPass()
  expect(await bodies()).toEqual(before)
})

test('an entry tells what readers saw of it, and corrections are a feed', async ({ page, request }) => {
  await page.goto(`/e/${first?.id}`)
  const history = page.getByRole('region', { name: 'What readers saw' })
  await expect(history.getByText('First published')).toBeVisible()
  await expect(history.getByRole('cell', { name: OLD }).first()).toBeVisible()
  await history.getByText('What it said then').last().click()
  await expect(history.getByRole('link', { name: 'The story as it was told then' }).last()).toBeVisible()
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size)
    const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(content).toBeLessThanOrEqual(width as number)
    await expectAccessible(page)
  }
  const feed = await (await request.get('/feeds/corrections.json')).json()
  expect(feed.items[0].title).toMatch(/^Correction: /)
  expect(await (await request.get('/feeds/corrections.atom')).text()).toContain(NEW)
})

test('the data page names the head, and what it gives is whole', async ({ page, request }) => {
  await page.goto('/data')
  const head = await page
    .getByRole('region', { name: 'Check that nothing was changed' })
    .locator('code')
    .first()
    .innerText()
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  const [line] = (await (await request.get('/api/v1/chain.jsonl')).text()).split('\n')
  expect(JSON.parse(line as string).head.hash).toBe(head)
  expect((await request.get('/check.mjs')).headers()['content-type']).toContain('javascript')
  await expectAccessible(page)
})
