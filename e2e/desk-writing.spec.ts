// Writing by keyboard alone, and two people who change one entry.
import type { Page } from '@playwright/test'
import { acceptIn, anotherBrowser, expectAccessibleInBoth, signInAs } from './desk-people'
import { expect, test } from './fixtures'
import { invitedBeside } from './invited-beside'

const SOURCE = 'pravdaua-2025-04-26'
const ENTRY = 'e003'
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()

test('an entry is begun and filled from the article by keyboard, and a link is come back to after signing in', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await acceptIn(page, await invitedBeside('keys@example.org', 'researcher'), 'Kay')
  const { keyboard } = page
  const tabTo = async (role: 'button' | 'group' | 'combobox', name: string | RegExp) => {
    const goal = page.getByRole(role, { name }).first()
    for (let n = 0; n < 40 && !(await goal.evaluate((node) => node === document.activeElement)); n++)
      await keyboard.press('Tab')
    await expect(goal).toBeFocused()
  }
  const quotations = page.getByRole('region', { name: 'Citations' }).getByRole('blockquote')

  await test.step('signed out, a link to the article leads there once one has signed in', async () => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await page.goto(`/desk/write/${SOURCE}?a=b`)
    await expect(page).toHaveURL(`/desk/sign-in?to=${encodeURIComponent(`/desk/write/${SOURCE}?a=b`)}`)
    await signInAs(page, 'keys@example.org', null)
    await expect(page).toHaveURL(`/desk/write/${SOURCE}?a=b`)
    // Whoever is signed in already is sent on, and to nowhere but the desk.
    await page.goto(`/desk/sign-in?to=${encodeURIComponent('/desk/views?keep=/ukraine')}`)
    await expect(page).toHaveURL('/desk/views?keep=/ukraine')
    await expectAccessibleInBoth(page)
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example/desk', '/desk/../ukraine']) {
      await page.goto(`/desk/sign-in?to=${encodeURIComponent(to)}`)
      await expect(page).toHaveURL('/desk')
    }
    await page.goto(`/desk/write/${SOURCE}`)
  })

  await test.step('the arrows go from sentence to sentence, and E makes an entry of a suggested one', async () => {
    await tabTo('button', 'Write an entry')
    await keyboard.press('Enter')
    await expect(page).toHaveURL(/\/desk\/drafts\//)
    await expect(page.getByText('Underlined: 2 sentences name a party and a tracked demand.')).toBeVisible()
    await tabTo('group', 'Stored text of the article')
    await keyboard.press('ArrowDown')
    await keyboard.press('e')
    await expect(quotations).toHaveCount(0)
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    const sentence = await page.evaluate(() => getSelection()?.toString().trim())
    await keyboard.press('e')
    await expect(quotations).toHaveCount(1)
    expect(await quotations.textContent()).toContain(sentence)
    await expect(page.getByRole('combobox', { name: 'Party' })).toHaveValue('ukraine')
    await expect(page.getByRole('combobox', { name: 'Demand' })).toHaveValue('security-guarantees')
    await expect(page.getByText('✓ found word for word in the stored text')).toBeVisible()
  })

  await test.step('words are selected one by one, and Enter cites them', async () => {
    await page.getByRole('group', { name: 'Stored text of the article' }).focus()
    await keyboard.press('ArrowUp')
    const whole = (await page.evaluate(() => getSelection()?.toString())) ?? ''
    await keyboard.press('Shift+ArrowLeft')
    await keyboard.press('Shift+ArrowLeft')
    const shorter = ((await page.evaluate(() => getSelection()?.toString())) ?? '').trim()
    expect(shorter.length).toBeGreaterThan(0)
    expect(shorter.length).toBeLessThan(whole.trim().length)
    await keyboard.press('Enter')
    await expect(quotations).toHaveCount(2)
    expect(await quotations.last().textContent()).toContain(shorter)
    await expect(page.getByText('✓ found word for word in the stored text')).toHaveCount(2)
    await saved(page)
    await page.reload()
    await expect(quotations).toHaveCount(2)
  })

  await test.step('another article is opened beside the entry, whose citations stay', async () => {
    await page.getByText('Open another article').click()
    const other = page.getByRole('navigation', { name: 'Other articles' }).getByRole('link').first()
    const title = (await other.textContent()) as string
    await other.focus()
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(quotations).toHaveCount(2)
    await expectAccessibleInBoth(page)
  })

  await test.step('an entry is found by its words', async () => {
    await page.goto('/desk/entries')
    await expectAccessibleInBoth(page)
    await page.getByRole('searchbox', { name: 'Words of the entry' }).fill('neutrality')
    await keyboard.press('Enter')
    await expect(page).toHaveURL('/desk/entries?q=neutrality')
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    await expectAccessibleInBoth(page)
  })
})

test('two people change one entry: the second keeps both texts, chooses, and goes on from the merge', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const other = await anotherBrowser(browser, baseURL as string)
  await acceptIn(page, await invitedBeside('first@example.org', 'researcher'), 'First')
  await acceptIn(other.page, await invitedBeside('second@example.org', 'researcher'), 'Second')
  const summary = (one: Page) => one.getByLabel('Summary, in your own words')
  const send = async (one: Page) => {
    await saved(one)
    await one.getByLabel('Why, for readers').fill('Named too loosely')
    await one.getByRole('button', { name: 'Send for review' }).click()
  }
  for (const one of [page, other.page]) {
    await expect(one.getByText('Signed in as')).toBeVisible()
    await one.goto(`/desk/entries/${ENTRY}`)
    await one.getByRole('button', { name: 'Propose a change' }).click()
    await expect(one).toHaveURL(/\/desk\/drafts\//)
    await expect(one.locator('.is-cited').first()).toBeVisible()
  }
  const before = await summary(page).inputValue()
  await summary(other.page).fill('What the second one wrote.')
  await other.page.getByLabel('How exactly the day is known').selectOption('approximate')
  await saved(other.page)

  await summary(page).fill('What the first one wrote.')
  await page.getByLabel('How much it matters, if they say so').selectOption('red-line')
  await send(page)
  await expect(page).toHaveURL('/desk')
  await expect(page.getByRole('cell', { name: 'In review', exact: true })).toBeVisible()

  await send(other.page)
  await expect(other.page.getByRole('heading', { name: 'Somebody else has changed this entry' })).toBeVisible()
  await expectAccessibleInBoth(other.page)
  const row = (name: RegExp) => other.page.getByRole('row', { name })
  await expect(row(/^Summary/).getByRole('cell')).toHaveText([
    before,
    'Theirs: What the first one wrote.',
    'Yours: What the second one wrote.',
  ])
  await expect(row(/^Summary/).getByRole('rowheader')).toHaveText('Summaryboth changed it')
  // What neither of them touched is not asked.
  await expect(other.page.getByRole('rowheader')).toHaveText([/^Precision$/, /^Salience$/, /^Summary/])
  // What only one of them changed is taken by itself.
  await expect(row(/^Salience/).getByRole('radio', { name: /^Theirs/ })).toBeChecked()
  await expect(row(/^Precision/).getByRole('radio', { name: /^Yours/ })).toBeChecked()
  await row(/^Summary/)
    .getByRole('radio', { name: /^Yours/ })
    .focus()
  await other.page.keyboard.press('ArrowLeft')
  await expect(row(/^Summary/).getByRole('radio', { name: /^Theirs/ })).toBeChecked()
  await other.page.getByRole('button', { name: 'Go on with this' }).click()
  await expect(summary(other.page)).toHaveValue('What the first one wrote.')
  await expect(other.page.getByLabel('How exactly the day is known')).toHaveValue('approximate')
  await expect(other.page.getByLabel('How much it matters, if they say so')).toHaveValue('red-line')
  expect(other.problems).toEqual([])
})

test('words whose answer is lost are nobody else’s; two windows on one draft choose, and neither loses a word', async ({
  page,
  expectProblem,
}) => {
  test.setTimeout(120_000)
  page.setDefaultTimeout(20_000)
  expectProblem(/ERR_FAILED/)
  await acceptIn(page, await invitedBeside('windows@example.org', 'researcher'), 'Windows')
  await expect(page.getByText('Signed in as')).toBeVisible()
  await page.goto(`/desk/write/${SOURCE}`)
  await page.getByRole('button', { name: 'Write an entry' }).click()
  await expect(page).toHaveURL(/\/desk\/drafts\//)
  const summary = (one: Page) => one.getByLabel('Summary, in your own words')
  const told = (one: Page) => one.getByRole('alert').filter({ hasText: 'Another window' })
  /** The server hears the next save; the window does not hear the answer. */
  const loseAnAnswer = async () => {
    let lost = 0
    await page.route('**/desk/drafts/**', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.fallback()
      await route.fetch()
      await route.abort()
    })
  }
  const unheard = page.getByRole('status').filter({ hasText: 'No connection' })

  await test.step('no answer comes, and more is written', async () => {
    await loseAnAnswer()
    await summary(page).fill('Heard without an answer.')
    await expect(unheard).toBeVisible()
    await summary(page).fill('Written after that.')
    await saved(page)
    await page.reload()
    await expect(summary(page)).toHaveValue('Written after that.')
    await saved(page)
  })

  await test.step('no answer comes, more is written, and the window is closed before it is sent', async () => {
    await page.unrouteAll()
    await loseAnAnswer()
    await summary(page).fill('Heard before it was closed.')
    await expect(unheard).toBeVisible()
    await page.route('**/desk/drafts/**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.fallback(),
    )
    await summary(page).fill('Written before it was closed.')
    await page.unrouteAll()
    await page.reload()
    await expect(summary(page)).toHaveValue('Written before it was closed.')
    await saved(page)
    await page.reload()
    await expect(summary(page)).toHaveValue('Written before it was closed.')
    await expect(told(page)).toHaveCount(0)
  })

  await test.step('another window has written: its words, or those that stand here', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await summary(other).fill('The second window.')
    await saved(other)
    await summary(page).fill('The first window.')
    await expect(told(page)).toContainText('It differs in: summary.')
    await page.getByRole('button', { name: 'Take the other' }).click()
    await expect(summary(page)).toHaveValue('The second window.')
    await summary(page).fill('The first window again.')
    await saved(page)
    await summary(other).fill('The second window again.')
    await expect(told(other)).toContainText('It differs in: summary.')
    await other.getByRole('button', { name: 'Go on with what stands here' }).click()
    await saved(other)
    await other.reload()
    await expect(summary(other)).toHaveValue('The second window again.')
  })
})
