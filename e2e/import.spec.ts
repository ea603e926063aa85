// A researcher brings a table: pastes it, says which column holds what, mends the faults, looks at what would change, and has drafts. Then by script.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { acceptIn, expectAccessibleInBoth, PASSWORD } from './desk-people'
import { desktop, expect, phone, test } from './fixtures'
import { invitedBeside } from './invited-beside'

const QUOTE = 'Russia is not seeking to make any further territorial claims on Ukraine'
const HEAD = [
  'Party',
  'Demand',
  'Stance',
  'Held from',
  'What they hold',
  'Shift',
  'Source',
  'Quotation',
  'Whose words',
  'Attribution',
]
const row = (demand: string, day: string, summary: string, quote = QUOTE) =>
  ['Europe', demand, 'Accepts', day, summary, 'new position', 'rt-2022-03-07', quote, 'reporter', 'reported'].join('\t')

test('a table is pasted, mapped, mended, previewed and becomes drafts', async ({ page }) => {
  test.setTimeout(360_000)
  await acceptIn(page, await invitedBeside('imports@example.org', 'researcher'), 'Ines')
  const section = (name: string | RegExp) => page.getByRole('region', { name })
  const title = page.getByRole('heading', { level: 1 })

  await test.step('pasted from a spreadsheet', async () => {
    await page.getByRole('link', { name: 'Import', exact: true }).click()
    await expect(page).toHaveTitle(/^Import/)
    await page.getByRole('button', { name: 'Check it' }).click()
    await expect(page.getByLabel(/^CSV or JSON file/)).toHaveAccessibleDescription(/It is empty/)
    await expectAccessibleInBoth(page)
    await page
      .getByLabel('Or paste a table')
      .fill(
        [
          HEAD.join('\t'),
          row('Permanent neutrality', '2023-03-07', 'Takes no issue with it.'),
          row('leaders-talks', '7.3.2023', 'Would welcome it.'),
          row('language-church', '2023-03-07', 'Leaves it to Kyiv.', '=HYPERLINK("http://x")'),
        ].join('\n'),
      )
    await page.getByRole('button', { name: 'Check it' }).click()
    await expect(title).toHaveText('Import of pasted table')
  })

  await test.step('a column that was not known by its name is chosen', async () => {
    await expect(page.getByText('Still without a column: Summary')).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.getByLabel('Summary (needed)').selectOption('What they hold')
    await page.getByRole('button', { name: 'Check again with these columns' }).click()
    await expect(section('2 faults')).toBeVisible()
  })

  await test.step('faults by row and column, also on a telephone', async () => {
    const faults = section('2 faults').getByRole('listitem')
    await expect(faults.nth(0)).toContainText(/Row 3.*Held from.*day-format.*7\.3\.2023.*Write it as 2025-12-14/)
    await expect(faults.nth(1)).toContainText(/Row 4.*Quotation.*quote-not-found/)
    await expect(section('What readers would see change')).toContainText(
      /Europe.*Permanent neutrality.*no stated position.*Accepts/,
    )
    await page.setViewportSize(phone)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await expectAccessibleInBoth(page)
    await page.setViewportSize(desktop)
  })

  let corrections = ''
  await test.step('the rows with faults are downloaded, safe for a spreadsheet', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the rows with faults' }).click(),
    ])
    corrections = readFileSync(await download.path(), 'utf8')
    expect(corrections.trimEnd().split('\r\n').length).toBe(3)
    expect(corrections).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(corrections).toContain('[day-format] Held from:')
  })

  await test.step('what is ready becomes a draft', async () => {
    await page.getByRole('button', { name: 'Make 1 draft of the rows without faults' }).click()
    await expect(section('What it brought').getByRole('link', { name: 'europe on neutrality' })).toBeVisible()
    await expectAccessibleInBoth(page)
  })

  await test.step('mended in the file and imported again: the columns are remembered, all is ready', async () => {
    const mended = corrections.replace('7.3.2023', '2023-03-07').replace(`'=HYPERLINK(""http://x"")`, QUOTE)
    await page.goto('/desk/imports')
    await page
      .getByLabel(/^CSV or JSON file/)
      .setInputFiles({ name: 'corrections.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) })
    await page.getByRole('button', { name: 'Check it' }).click()
    await expect(title).toHaveText('Import of corrections.csv')
    await expect(page.getByText('Which column holds what')).toBeVisible()
    await page.getByRole('button', { name: 'Make 2 drafts' }).click()
    await expect(section('What it brought').getByRole('row')).toHaveCount(3)
  })

  await test.step('all of it is sent for review', async () => {
    await page.getByRole('button', { name: 'Send all of this import for review' }).click()
    await expect(section('What it brought').getByText('In review')).toHaveCount(2)
  })

  await test.step('a script files with a token, by the lines of the documentation', async () => {
    await page.getByRole('link', { name: 'Account', exact: true }).click()
    const tokens = section('Tokens for scripts')
    await tokens.getByLabel('What it is for').fill('The example')
    for (const scope of [/^Sources/, /^Entries/, /^Import/]) await tokens.getByLabel(scope).check()
    await tokens.getByLabel('Your password, for the token').fill(PASSWORD)
    await tokens.getByRole('button', { name: 'Make a token' }).click()
    const token = await tokens.getByLabel('The token, shown only now').inputValue()
    await expectAccessibleInBoth(page)
    const example = /```sh\n([\s\S]*?)```/.exec(readFileSync('docs/filing-by-script.md', 'utf8'))?.[1] as string
    const site = new URL(page.url()).origin
    const said = execFileSync('bash', ['-e', '-c', example.replace('https://parley.example.org', site)], {
      env: { ...process.env, PARLEY_TOKEN: token },
      encoding: 'utf8',
    })
    expect(said).toMatch(/"added":true.*"made":true.*"dryRun":true.*"drafts":1/s)
    await page.reload()
    await expect(tokens.getByRole('row', { name: /The example/ })).not.toContainText('never')
    await tokens.getByRole('button', { name: 'Revoke The example' }).click()
    await expect(tokens.getByRole('row', { name: /The example/ })).toHaveCount(0)
  })
})
