// The whole story of an article: from its words to readers, with two people in two browsers. The pictures of docs/workflow.md are taken here.
import type { Page } from '@playwright/test'
import type { TOTP } from 'otpauth'
import { letAdminIn } from '@/e2e/admin'
import { acceptIn, anotherBrowser, enrol, expectAccessibleInBoth, inviteFrom, signInAs } from '@/e2e/desk-people'
import { saved, write } from '@/e2e/desk-writing'
import { expect, test } from '@/e2e/fixtures'

const ARTICLE = [
  'The US Secretary of State said on Saturday that Washington backs the return of the children “without any condition from either side”.',
  'European officials called the demand that Russian become a state language “steps in the wrong direction”, and said that Europe would speak against it.',
  'Donald Trump said that the language question was “something both of them can sign”, if Ukraine and Russia agree on it.',
]

const CELL = '/ukraine/language-church/us'
const SUBJECT = 'United States on Russian language and church status'

/** Taken anew with PICTURES=1, for docs/workflow.md. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 960 })
  await page.screenshot({ path: `docs/workflow/${name}.png` })
}

test('an article becomes reviewed, published, corrected and withdrawn entries', async ({
  page,
  browser,
  baseURL,
  expectProblem,
}) => {
  test.setTimeout(480_000)
  const home = baseURL as string
  const { page: desk, problems } = await anotherBrowser(browser, home)
  const { page: editor, problems: others } = await anotherBrowser(browser, home)
  const { page: admin, problems: further } = await anotherBrowser(browser, home)
  for (const one of [page, desk, editor, admin]) one.setDefaultTimeout(20_000)
  let totp: TOTP | null = null
  let article = ''
  let review = ''
  let entry = ''

  await test.step('an admin invites two people, who make their accounts; the editor sets up a second factor and signs out', async () => {
    await letAdminIn(admin)
    await admin.goto('/desk/people')
    await acceptIn(desk, await inviteFrom(admin, 'rob@example.org', 'researcher'), 'Rob')
    await expect(desk.getByText('Signed in as Rob (rob@example.org). Researcher')).toBeVisible()
    await acceptIn(editor, await inviteFrom(admin, 'eva@example.org', 'editor'), 'Eva')
    totp = (await enrol(editor)).totp
    await editor.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(editor.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  await test.step('an article is added by pasting it', async () => {
    await desk.goto('/desk/sources/new')
    await desk.getByRole('button', { name: 'Paste the text', exact: true }).click()
    await desk.getByLabel('Text of the article').fill(ARTICLE.join('\n\n'))
    await desk.getByRole('button', { name: 'Read', exact: true }).click()
    const field = (name: string) => desk.getByRole('region', { name: 'Proposal' }).getByLabel(name, { exact: true })
    await field('For the negotiation').selectOption({ label: 'Ukraine war negotiations' })
    await field('Title').fill('What was said on Saturday')
    await field('Publisher').fill('Made Gazette')
    await field('Language').fill('en')
    await picture(desk, 'add-a-source')
    await desk.getByRole('button', { name: 'Add the source' }).click()
    await desk.getByRole('link', { name: 'Write entries from this article' }).click()
    await expect(desk).toHaveURL(/\/desk\/write\//)
    article = desk.url()
  })

  await test.step('three entries from it, by selecting words', async () => {
    await expectAccessibleInBoth(desk)
    await desk.getByRole('button', { name: 'Write an entry' }).click()
    await expect(desk).toHaveURL(/\/desk\/drafts\//)
    await expectAccessibleInBoth(desk)
    await write(desk, {
      party: 'us',
      demand: 'children-return',
      stance: 'Accepts',
      day: '2026-06-20',
      summary: 'Supports the return of the children.',
      words: 'without any condition from either side',
      kind: '',
    })
    await expect(desk.getByRole('paragraph').filter({ hasText: 'What changes for readers' })).toContainText('Accepts')
    await desk.getByRole('button', { name: 'Next entry from this article' }).click()
    await expect(desk.getByLabel('Summary, in your own words')).toHaveValue('')
    await write(desk, {
      party: 'europe',
      demand: 'language-church',
      stance: 'Opposes',
      day: '2026-06-20',
      summary: 'Speaks against it.',
      words: 'steps in the wrong direction',
    })
    await desk.getByRole('button', { name: 'Next entry from this article' }).click()
    await expect(desk.getByLabel('Summary, in your own words')).toHaveValue('')
    await write(desk, {
      party: 'us',
      demand: 'language-church',
      stance: 'Conditional',
      day: '2026-06-20',
      summary: 'Open to it, if both sides agree.',
      words: 'something both of them can sign',
      terms: 'Both sides agree.',
    })
    await picture(desk, 'write')
    await desk.goto('/desk')
    await expect(desk.getByRole('link', { name: /^(United States|Europe) on / })).toHaveCount(3)
    await expectAccessibleInBoth(desk)
  })

  await test.step('a closed browser loses nothing that was typed', async () => {
    await desk.getByRole('link', { name: SUBJECT }).click()
    const summary = desk.getByLabel('Summary, in your own words')
    await expect(summary).toHaveValue('Open to it, if both sides agree.')
    await desk.context().setOffline(true)
    await summary.fill('Open to it, if both of them agree.')
    await expect(desk.getByRole('status').filter({ hasText: 'No connection' })).toBeVisible()
    await desk.context().setOffline(false)
    await desk.reload()
    await expect(summary).toHaveValue('Open to it, if both of them agree.')
    await saved(desk)
  })

  await test.step('what is missing is said before it can be sent, and then it is sent', async () => {
    await desk.getByLabel(/^Terms and conditions/).fill('')
    await desk.getByRole('button', { name: 'Send for review' }).click()
    await expect(desk.getByRole('alert').filter({ hasText: 'not ready' })).toBeVisible()
    await desk.getByRole('button', { name: 'A conditional stance names its terms.' }).click()
    await expect(desk.getByLabel(/^Terms and conditions/)).toBeFocused()
    await desk.keyboard.type('Both sides agree.')
    await saved(desk)
    await desk.getByRole('button', { name: 'Send for review' }).click()
    await expect(desk).toHaveURL(article)
  })

  await test.step('the editor signs in with a code and comes to the queue that was wanted', async () => {
    await editor.goto('/desk/queue?stage=in-review')
    await expect(editor.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await signInAs(editor, 'eva@example.org', totp)
    await expect(editor).toHaveURL('/desk/queue?stage=in-review')
    await expect(editor.getByRole('heading', { name: 'Queue' })).toBeVisible()
  })

  await test.step('the editor asks for changes; the author amends', async () => {
    await expectAccessibleInBoth(editor)
    await picture(editor, 'queue')
    await editor.getByRole('link', { name: SUBJECT }).click()
    await expect(editor.locator('mark').filter({ hasText: 'something both of them can sign' })).toBeVisible()
    await expectAccessibleInBoth(editor)
    review = editor.url()
    await picture(editor, 'review')
    await editor.getByRole('button', { name: 'Request changes' }).click()
    await expect(editor.getByRole('alert').filter({ hasText: 'Write what you mean first' })).toBeVisible()
    await editor.getByLabel(/^Remark/).fill('Say who the two sides are.')
    await editor.getByRole('button', { name: 'Request changes' }).click()
    await expect(editor.getByText('New entry · Changes requested · revision 1 · written by Rob')).toBeVisible()
    await desk.goto(review)
    await expect(desk.getByText('Say who the two sides are.')).toBeVisible()
    await expect(desk.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
    await desk.getByRole('link', { name: 'Amend it' }).click()
    await desk.getByRole('button', { name: 'Propose a change' }).click()
    await desk.getByLabel(/^Terms and conditions/).fill('Ukraine and Russia agree.')
    await saved(desk)
    await desk.getByRole('button', { name: 'Send for review' }).click()
    await expect(desk).toHaveURL('/desk')
  })

  await test.step('approved with two keys, readers see it', async () => {
    // Twice each: both pages are in the cache.
    for (const address of ['/ukraine', '/ukraine', CELL, CELL]) {
      await page.goto(address)
      await expect(page.getByText('Open to it, if both of them agree.')).toHaveCount(0)
    }
    await editor.goto(review)
    await expect(editor.getByText('New entry · In review · revision 2 · written by Rob')).toBeVisible()
    await editor.locator('body').press('a')
    await expect(editor.getByRole('button', { name: /^Yes, publish/ })).toBeFocused()
    await editor.keyboard.press('Enter')
    await expect(editor.getByText('New entry · Published · revision 2 · written by Rob')).toBeVisible()
    await page.reload()
    const article = page.locator('article:has(time[datetime="2026-06-20"])')
    await expect(article.getByText('Open to it, if both of them agree.', { exact: true })).toBeVisible()
    await expect(article.getByText('Terms: Ukraine and Russia agree.', { exact: true })).toBeVisible()
    await expect(article.getByRole('blockquote')).toContainText('something both of them can sign')
    entry = (await article.getAttribute('id')) as string
    await page.goto('/ukraine')
    const row = page.getByRole('row').filter({ hasText: 'Russian language and church status' })
    await expect(row.locator('[data-party=us]')).toContainText('Open to it, if both of them agree.')
    await desk.goto('/desk')
    const own = desk.getByRole('region', { name: 'Where yours stand' }).getByRole('row').filter({ hasText: SUBJECT })
    await expect(own.getByRole('cell', { name: 'Published', exact: true })).toBeVisible()
  })

  await test.step('a correction is listed with its old and its new value', async () => {
    await desk.goto(`/desk/entries/${entry}`)
    await expectAccessibleInBoth(desk)
    await desk.getByRole('button', { name: 'Propose a change' }).click()
    // Beside the article that it cites, in which its words are found.
    await expect(desk.getByRole('heading', { level: 1, name: 'What was said on Saturday' })).toBeVisible()
    await expect(desk.locator('.is-cited')).toHaveText('something both of them can sign')
    await desk.getByLabel('Summary, in your own words').fill('Open to it, if both governments agree.')
    await saved(desk)
    await desk.getByRole('radio', { name: /^Correction/ }).check()
    await desk.getByLabel('Why, for readers').fill('Named too loosely')
    await desk.getByRole('button', { name: 'Send for review' }).click()
    await expect(desk).toHaveURL('/desk')
    await editor.goto('/desk/queue')
    await editor.getByRole('link', { name: SUBJECT }).click()
    await expect(editor.locator('del').filter({ hasText: 'Open to it, if both of them agree.' })).toBeVisible()
    await editor.getByRole('button', { name: /^Approve/ }).click()
    await editor.getByRole('button', { name: /^Yes, publish/ }).click()
    await expect(editor.getByText('Correction · Published · revision 3 · written by Rob')).toBeVisible()
    await page.goto('/corrections')
    const listed = page.getByRole('listitem').filter({ hasText: SUBJECT })
    await expect(listed).toHaveCount(1)
    await expect(listed.getByText('Correction: the record was wrong')).toBeVisible()
    await expect(listed.getByText('Reason: Named too loosely', { exact: true })).toBeVisible()
    await expect(listed.getByRole('row').last()).toHaveText(
      'SummaryOpen to it, if both of them agree.Open to it, if both governments agree.',
    )
  })

  await picture(page, 'corrections')

  await test.step('withdrawn, its address says why', async () => {
    expectProblem(/status of 410/)
    await editor.goto(`/desk/entries/${entry}`)
    await editor.getByLabel('Why it is withdrawn, for readers').fill('The article was taken back')
    await editor.getByRole('button', { name: 'Withdraw this entry' }).click()
    await expect(editor.getByText('Readers do not see it.')).toBeVisible()
    const response = await page.goto(`/e/${entry}`)
    expect(response?.status()).toBe(410)
    await expect(page.getByRole('heading', { name: `Entry ${entry} was withdrawn` })).toBeVisible()
    await expect(page.getByText('The reason given: The article was taken back')).toBeVisible()
    await page.goto('/corrections')
    const listed = page.getByRole('listitem').filter({ hasText: 'Withdrawal: the entry was taken away' })
    await expect(listed.getByText('Reason: The article was taken back', { exact: true })).toBeVisible()
    await page.goto(CELL)
    await expect(page.getByText('Open to it, if both governments agree.')).toHaveCount(0)
  })
  expect([...problems, ...others, ...further].filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))).toEqual(
    [],
  )
})
