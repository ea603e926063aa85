// An editor looks after the record around the entries: a demand worded anew, two speakers that are one, and a second negotiation.
import type { Page } from '@playwright/test'
import { acceptIn, anotherBrowser, enrol, expectAccessibleInBoth } from '@/e2e/desk-people'
import { write } from '@/e2e/desk-writing'
import { expect, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { invitedBeside } from '@/e2e/invited-beside'
import { desktop, phone } from '@/e2e/screens'
import { makeNegotiation } from '@/tests/made/negotiation'

const FIRST = 'made-harbour'
const LISTS = `/desk/negotiations/${FIRST}`
const made = makeNegotiation({ slug: FIRST, parties: 2, demands: 2, entries: 8, seed: 11 })

const add = async (page: Page, list: string, fill: () => Promise<void>) => {
  await page.goto(list)
  await fill()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Added.')).toBeVisible()
}
const fits = async (page: Page) => {
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content).toBeLessThanOrEqual(width as number)
}

test('reference data is amended, and every address goes on leading somewhere', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000)
  await importBeside(made)
  const { page: editor, problems } = await anotherBrowser(browser, baseURL as string)
  await acceptIn(editor, await invitedBeside('edda@example.org', 'editor'), 'Edda')
  await enrol(editor)

  await test.step('a demand is added, and moved by keyboard alone', async () => {
    await add(editor, `${LISTS}/demands`, async () => {
      await editor.getByLabel('Title').fill('Harbour fees')
      await editor.getByLabel('Proposition').fill('The parties waive all fees of the harbour.')
      await editor.getByLabel('The end that demands it').fill('Makes it a precondition.')
      await editor.getByLabel('The end that rejects it').fill('Refuses to waive any.')
      await editor.getByRole('group', { name: 'Raised by' }).getByLabel('Republic of Party 1').check()
    })
    await editor.getByRole('button', { name: 'Move Harbour fees up' }).focus()
    await editor.keyboard.press('Enter')
    await expect(editor.getByRole('listitem').nth(1)).toContainText('Harbour fees')
    await expectAccessibleInBoth(editor)
    await page.goto(`/${FIRST}/harbour-fees`)
    await expect(page.getByRole('heading', { name: 'Harbour fees' })).toBeVisible()
  })

  await test.step('one with entries is worded anew: they wait, readers are told, and one is confirmed', async () => {
    await editor.goto(`${LISTS}/demands/demand-1`)
    await expectAccessibleInBoth(editor)
    await editor.getByLabel('Proposition').fill('The parties agree on made matter number 1, in writing.')
    await editor.getByLabel('Why').fill('It was never about a handshake.')
    await editor.getByRole('button', { name: 'Word it anew' }).click()
    const waiting = editor.getByRole('region', { name: 'Coded under an earlier wording' })
    await expect(waiting).toBeVisible()
    const entries = made.entries.filter(({ demand }) => demand === 'demand-1').map(({ id }) => id)
    await expect(waiting.getByRole('listitem')).toHaveCount(entries.length)
    const [first = '', second = ''] = entries
    await page.goto(`/${FIRST}/demand-1`)
    await expect(page.getByRole('region', { name: 'Wording' })).toContainText('It was never about a handshake.')
    await page.getByText('The wording before').click()
    await expect(page.getByText('“The parties agree on made matter number 1.”')).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.goto(`/e/${first}`)
    await expect(page.getByText('Coded under an earlier wording of the demand')).toBeVisible()
    await editor.getByRole('button', { name: `Still holds: entry ${first}`, exact: true }).click()
    await expect(waiting.getByRole('listitem')).toHaveCount(entries.length - 1)
    await page.goto(`/e/${first}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Coded under an earlier wording of the demand')).toHaveCount(0)
    await page.goto(`/e/${second}`)
    await expect(page.getByText('Coded under an earlier wording of the demand')).toBeVisible()
  })

  await test.step('its address changes; the former one leads on', async () => {
    await editor.goto(`${LISTS}/demands/demand-2`)
    await editor.getByLabel('Address').fill('matter-two')
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(editor).toHaveURL(`${LISTS}/demands/matter-two`)
    await page.goto(`/${FIRST}/demand-2`)
    await expect(page).toHaveURL(`/${FIRST}/matter-two`)
    const asked = await page.request.get(`/api/v1/negotiations/${FIRST}/entries?demand=demand-2`, { maxRedirects: 0 })
    expect(asked.status()).toBe(308)
    expect(asked.headers().location).toBe(`/api/v1/negotiations/${FIRST}/entries?demand=matter-two`)
  })

  await test.step('two speakers, and two sources, are merged after a look at what that changes', async () => {
    await editor.goto(`${LISTS}/speakers/speaker-2`)
    await editor.getByLabel('Into').selectOption('speaker-1')
    await editor.getByRole('button', { name: 'Show what would change' }).click()
    await expect(editor.getByRole('region', { name: 'What would change' })).toContainText('Speaker 1')
    await expectAccessibleInBoth(editor)
    await editor.setViewportSize(phone)
    await fits(editor)
    await editor.setViewportSize({ width: 1440, height: 900 })
    await editor.getByLabel('Why', { exact: true }).fill('One person, written twice.')
    await editor.getByRole('button', { name: 'Merge' }).click()
    await expect(editor).toHaveURL(`${LISTS}/speakers/speaker-1`)
    await expect(editor.getByText('Speaker 2 (speaker-2) is shown as Speaker 1 (speaker-1)')).toBeVisible()
    await page.goto(`/${FIRST}/party/party-2`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Speaker 2')).toHaveCount(0)
    await editor.getByRole('button', { name: 'Undo the merge of speaker-2' }).click()
    await expect(editor.getByText('is shown as')).toHaveCount(0)

    await editor.goto(`${LISTS}/parties/party-2?into=party-1`)
    await editor.getByLabel('Why', { exact: true }).fill('One state under two names.')
    await editor.getByRole('button', { name: 'Merge' }).click()
    await expect(editor).toHaveURL(`${LISTS}/parties/party-1`)
    const moved = await page.request.get(`/${FIRST}/party/party-2`, { maxRedirects: 0 })
    expect([moved.status(), moved.headers().location]).toEqual([308, `/${FIRST}/party/party-1`])
    await page.goto(`/${FIRST}/party/party-2`)
    await expect(page.getByRole('heading', { name: 'Republic of Party 1' })).toBeVisible()
  })
  expect(problems).toEqual([])
})

test('a second negotiation is opened, filled and read beside the first', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000)
  const { page: editor, problems } = await anotherBrowser(browser, baseURL as string)
  await acceptIn(editor, await invitedBeside('odo@example.org', 'editor'), 'Odo')
  await enrol(editor)
  const { page: other, problems: others } = await anotherBrowser(browser, baseURL as string)
  await acceptIn(other, await invitedBeside('runa@example.org', 'editor'), 'Runa')
  await enrol(other)
  const LIST = '/desk/negotiations/valley-talks'

  await test.step('it is opened, and empty; a word of the site is no address', async () => {
    await editor.goto('/desk/negotiations')
    await expectAccessibleInBoth(editor)
    await editor.getByLabel('Title').fill('Valley talks')
    await editor.getByLabel('What it is about').fill('Made talks about a valley.')
    await editor.getByLabel('First day of the record').fill('2024-01-01')
    await editor.getByLabel('Address').fill('desk')
    await editor.getByRole('button', { name: 'Open' }).click()
    await expect(editor.getByText('is a reserved word: choose another slug')).toBeVisible()
    await editor.getByLabel('Address').fill('')
    await editor.getByRole('button', { name: 'Open' }).click()
    await expect(editor).toHaveURL(LIST)
    await expect(editor.getByText('In preparation')).toBeVisible()
    await expectAccessibleInBoth(editor)
    await editor.goto(`${LIST}/demands`)
    await expect(editor.getByText('Add a party first.')).toBeVisible()
    expect((await page.request.get('/valley-talks')).status()).toBe(404)
  })

  await test.step('it gets a party, a topic, a demand and an event', async () => {
    await add(editor, `${LIST}/parties`, async () => {
      await editor.getByLabel('Name', { exact: true }).fill('Upper Valley')
      await editor.getByLabel(/^Short name/).fill('Upper')
    })
    await add(editor, `${LIST}/topics`, () => editor.getByLabel('Title').fill('Water'))
    await add(editor, `${LIST}/demands`, async () => {
      await editor.getByLabel('Title').fill('Open sluices')
      await editor.getByLabel('Proposition').fill('The sluices stay open in summer.')
      await editor.getByLabel('The end that demands it').fill('Makes it a precondition.')
      await editor.getByLabel('The end that rejects it').fill('Refuses it.')
      await editor.getByRole('group', { name: 'Raised by' }).getByLabel('Upper Valley').check()
    })
    await add(editor, `${LIST}/events`, async () => {
      await editor.getByLabel('Title').fill('First round')
      await editor.getByLabel('Day', { exact: true }).fill('2024-05-01')
    })
    await editor.setViewportSize(phone)
    await fits(editor)
    await editor.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('an article and an entry, approved by somebody else', async () => {
    await editor.goto('/desk/sources/new')
    await editor.getByRole('button', { name: 'Paste the text', exact: true }).click()
    await editor
      .getByLabel('Text of the article')
      .fill('The mayor of the upper valley said that “the sluices may stay open”.')
    await editor.getByRole('button', { name: 'Read', exact: true }).click()
    const field = (name: string) => editor.getByRole('region', { name: 'Proposal' }).getByLabel(name, { exact: true })
    await field('For the negotiation').selectOption({ label: 'Valley talks' })
    await field('Title').fill('What the mayor said')
    await field('Publisher').fill('Made Valley Gazette')
    await field('Language').fill('en')
    await editor.getByRole('button', { name: 'Add the source' }).click()
    await editor.getByRole('link', { name: 'Write entries from this article' }).click()
    await editor.getByRole('button', { name: 'Write an entry' }).click()
    await write(editor, {
      party: 'upper',
      demand: 'open-sluices',
      stance: 'Accepts',
      day: '2024-05-02',
      summary: 'Agrees to open sluices.',
      words: 'the sluices may stay open',
      kind: 'new-position',
    })
    await editor.getByRole('button', { name: 'Send for review' }).click()
    await expect(editor).toHaveURL(/\/desk\/write\//)
    await other.goto('/desk/queue?negotiation=valley-talks')
    await expect(other.getByText('Valley talks').last()).toBeVisible()
    await other.getByRole('link', { name: 'Upper Valley on Open sluices' }).click()
    await expect(other.getByRole('button', { name: /^Approve/ })).toBeVisible()
    await other.locator('body').press('a')
    await other.keyboard.press('Enter')
    await expect(other.getByText(/New entry · Published/)).toBeVisible()
  })

  await test.step('readers find both, with what moved lately', async () => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Ukraine war negotiations' })).toBeVisible()
    const here = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Valley talks' }) })
    await expect(here.getByRole('link', { name: 'Upper on Open sluices' })).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.setViewportSize(phone)
    await fits(page)
    await page.setViewportSize(desktop)
    await page.goto('/valley-talks')
    await expect(page.getByText('Agrees to open sluices.').first()).toBeVisible()
  })
  expect([...problems, ...others]).toEqual([])
})
