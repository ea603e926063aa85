// A researcher brings articles: by paste, from files, and by an address that is not fetched.
import { madePage, madePdf, PARAGRAPHS } from '@/tests/made/documents'
import { acceptIn, expectAccessibleInBoth } from './desk-people'
import { expect, test } from './fixtures'
import { invitedBeside } from './invited-beside'

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>'

test('sources are pasted, read from files, recognised, and given a newer text', async ({ page }) => {
  test.setTimeout(360_000)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  await acceptIn(page, await invitedBeside('sources@example.org', 'researcher'), 'Sol')
  const way = (name: string) => page.getByRole('button', { name, exact: true })
  const proposal = page.getByRole('heading', { name: 'Correct what is said about it' })
  const field = (name: string) => page.getByRole('region', { name: 'Proposal' }).getByLabel(name, { exact: true })
  const title = page.getByRole('heading', { level: 1 })

  await test.step('an address inside our network is refused, and stays in its field', async () => {
    await page.getByRole('link', { name: 'Sources' }).click()
    await expect(page).toHaveTitle(/^Sources/)
    await expectAccessibleInBoth(page)
    await page.getByRole('link', { name: 'Add a source' }).click()
    await page.getByLabel('Address of the article').fill('http://127.0.0.1/report')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Address of the article')).toHaveAccessibleDescription(/not on the public internet/)
    await expect(page.getByLabel('Address of the article')).toBeFocused()
    await expect(page.getByLabel('Address of the article')).toHaveValue('http://127.0.0.1/report')
  })

  await test.step('pasted, with markup in every field, which stays text', async () => {
    await way('Paste the text').click()
    await page.getByLabel('Text of the article').fill(`${SCRIPT} was said.\n\n${PARAGRAPHS.join('\n\n')}`)
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await expect(proposal).toBeFocused()
    await expectAccessibleInBoth(page)
    await field('Title').fill(`Pasted ${SCRIPT}`)
    await field('Language').fill('english please')
    await page.getByRole('button', { name: 'Add the source' }).click()
    await expect(field('Language')).toHaveAccessibleDescription(/is not a language tag/)
    await expect(field('Title')).toHaveValue(`Pasted ${SCRIPT}`)
    await field('Language').fill('en')
    await field('Publisher').fill(`Herald ${SCRIPT}`)
    await field('Authors (may be empty)').fill(SCRIPT)
    await field('Limits that readers should know (may be empty)').fill(SCRIPT)
    await page.getByRole('button', { name: 'Add the source' }).click()
    await expect(title).toHaveText(`Pasted ${SCRIPT}`)
    await expect(page.getByRole('region', { name: 'Stored text' })).toContainText(`${SCRIPT} was said.`)
    await expect(page.getByRole('link', { name: 'Write entries from this article' })).toHaveAttribute(
      'href',
      /^\/desk\/write\/herald-/,
    )
    await expectAccessibleInBoth(page)
  })

  await test.step('a newer text is stored beside the older one, with what changed', async () => {
    await page.getByText('Or paste a newer text').click()
    await page.getByLabel('The text as it stands now').fill(`Something else was said.\n\n${PARAGRAPHS.join('\n\n')}`)
    await page.getByRole('button', { name: 'Store this text' }).click()
    await expect(page.getByText('The text changed and is stored beside the older one.')).toBeVisible()
    const changed = page.getByRole('region', { name: 'What changed from the text before' })
    await expect(changed.locator('ins').first()).toContainText('Something')
    await expect(changed.locator('del').first()).toContainText('<img')
    await expectAccessibleInBoth(page)
  })

  await test.step('a web page from a file, with what it says about itself', async () => {
    await page.goto('/desk/sources/new')
    await way('From a file').click()
    const paragraphs = PARAGRAPHS.map((text) => `${text} Also on the second day.`)
    const html = Buffer.from(
      madePage({
        title: 'From a page',
        paragraphs,
        head: '<meta property="article:published_time" content="2024-06-02">',
      }),
    )
    await page
      .getByLabel(/^Web page, plain text or PDF/)
      .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: html })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(proposal).toBeFocused()
    await expect(field('Title')).toHaveValue('From a page')
    await expect(field('Publisher')).toHaveValue('Made Gazette')
    await expect(field('Published on (empty if undated)')).toHaveValue('2024-06-02')
    await page.getByRole('button', { name: 'Add the source' }).click()
    await expect(title).toHaveText('From a page')
  })

  await test.step('a PDF; the second time it is recognised', async () => {
    for (const again of [false, true]) {
      await page.goto('/desk/sources/new')
      await way('From a file').click()
      const buffer = madePdf(['Words of a made ministry.', 'On a second line.'])
      await page
        .getByLabel(/^Web page, plain text or PDF/)
        .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
      await page.getByRole('button', { name: 'Read the file' }).click()
      await expect(proposal).toBeFocused()
      if (again) break
      await field('Publisher').fill('Made Ministry')
      await field('Language').fill('en')
      await page.getByRole('button', { name: 'Add the source' }).click()
      await expect(title).toHaveText('A made document')
    }
    await expect(page.getByText('A source with exactly this text is there already.')).toBeVisible()
    await page.getByRole('link', { name: 'A made document' }).click()
    await expect(title).toHaveText('A made document')
  })

  await test.step('found in the list', async () => {
    await page.goto('/desk/sources')
    await page.getByLabel('Find a title, publisher or address').fill('made ministry')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Made Ministry' })).toHaveCount(1)
  })

  expect(await page.locator('img[src=x]').count()).toBe(0)
  expect(dialogs).toEqual([])
})
