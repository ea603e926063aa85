// Two tasks of editors: taking many changes back in one step, and reading who did what.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { acceptIn, anotherBrowser, enrol } from '@/e2e/desk-people'
import { desktop, expect, expectAccessible, phone, tablet, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { invitedBeside } from '@/e2e/invited-beside'
import { makeNegotiation } from '@/tests/made/negotiation'

// A name that a spreadsheet would run, and words that a page must not.
const ED = '=Ed'
const CARELESS = '<img src=x onerror=alert(1)> taken for another entry'
const REASON = 'Withdrawn by mistake'

/** No wider than the screen on each of the three; accessible, light on a phone and dark on a desk. */
async function look(page: Page): Promise<void> {
  for (const [name, size] of Object.entries({ phone, tablet, desktop })) {
    await page.setViewportSize(size)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wider, `${page.url()} on a ${name}`).toBeLessThanOrEqual(0)
    if (name === 'tablet') continue
    await page.emulateMedia({ colorScheme: name === 'phone' ? 'light' : 'dark' })
    await expectAccessible(page)
  }
}

/** With the keyboard alone. */
async function tabTo(page: Page, role: 'link' | 'button' | 'combobox' | 'textbox', name: string): Promise<void> {
  const goal = page.getByRole(role, { name, exact: true })
  for (let n = 0; n < 40 && !(await goal.evaluate((node) => node === document.activeElement)); n++)
    await page.keyboard.press('Tab')
  await expect(goal).toBeFocused()
}

test('what one account withdrew comes back in one step by two people, and the log tells it', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000)
  const { page: pia, problems } = await anotherBrowser(browser, baseURL as string)
  const { page: ed, problems: others } = await anotherBrowser(browser, baseURL as string)
  for (const one of [page, pia, ed]) one.setDefaultTimeout(20_000)
  await importBeside(makeNegotiation({ slug: 'bulk', parties: 3, demands: 3, entries: 30 }))

  await test.step('two editors; one withdraws what should have stayed', async () => {
    await acceptIn(pia, await invitedBeside('pia@example.org', 'editor'), 'Pia')
    await enrol(pia)
    await acceptIn(ed, await invitedBeside('ed-of-undo@example.org', 'editor'), ED)
    await enrol(ed)
    for (const entry of ['bulk-1', 'bulk-2']) {
      await ed.goto(`/desk/entries/${entry}`)
      await ed.getByLabel('Why it is withdrawn, for readers').fill(CARELESS)
      await ed.getByRole('button', { name: 'Withdraw this entry' }).click()
      await expect(ed.getByText('Readers do not see it.')).toBeVisible()
    }
  })

  await test.step('the other one previews and proposes, with the keyboard alone', async () => {
    await pia.goto('/desk/undo')
    await look(pia)
    await tabTo(pia, 'link', 'Preview an undo')
    await pia.keyboard.press('Enter')
    await expect(pia).toHaveURL(/\/desk\/undo\/new$/)
    await tabTo(pia, 'combobox', 'What')
    await pia.keyboard.press('ArrowDown')
    await tabTo(pia, 'combobox', 'Account')
    await pia.keyboard.type(ED)
    await tabTo(pia, 'button', 'Preview what an account did')
    await pia.keyboard.press('Enter')
    await expect(pia.getByRole('status').filter({ hasText: '2 entries go back to an earlier state.' })).toBeVisible()
    const row = pia.getByRole('row').filter({ hasText: 'bulk-1' }).first()
    await expect(row).toContainText('nothing: withdrawn')
    await expect(row).toContainText('Made position 1, stated in public and kept short.')
    await look(pia)
    await tabTo(pia, 'button', 'Propose to undo this')
    await pia.keyboard.press('Enter')
    await expect(pia.getByLabel('Reason')).toBeFocused()
    await pia.keyboard.type(REASON)
    await tabTo(pia, 'button', 'Propose to undo this')
    await pia.keyboard.press('Enter')
    await expect(pia).toHaveURL(/\/desk\/undo\/\d+$/)
    await expect(pia.getByText('you proposed it: a second person decides')).toBeVisible()
    await expect(pia.getByRole('button', { name: 'Approve' })).toHaveCount(0)
    await look(pia)
  })

  await test.step('a second person approves; readers see the entries again, and why', async () => {
    await ed.goto('/desk')
    await ed.getByRole('link', { name: /^Undo\s*1 waiting/ }).click()
    await ed.getByRole('link', { name: /What =Ed published or withdrew/ }).click()
    await expect(ed.getByRole('button', { name: 'Take it back' })).toHaveCount(0)
    await ed.getByRole('button', { name: 'Reject' }).click()
    await expect(ed.getByRole('alert').filter({ hasText: 'Write why first' })).toBeVisible()
    await look(ed)
    await ed.getByRole('button', { name: 'Approve' }).click()
    await expect(ed.getByRole('button', { name: 'Yes, undo' })).toBeFocused()
    await ed.keyboard.press('Enter')
    await expect(ed.getByRole('link', { name: 'Undo this undo' })).toBeVisible()
    await look(ed)
    await page.goto('/e/bulk-1')
    await expect(page.getByText('Made position 1, stated in public and kept short.').first()).toBeVisible()
    await page.goto('/corrections')
    const item = page.getByRole('listitem').filter({ hasText: `Reason: ${REASON}` })
    await expect(item).toHaveCount(2)
    await expect(item.first()).toContainText('Back on the record: the entry had been withdrawn')
    await ed.getByRole('link', { name: 'Undo this undo' }).click()
    await expect(ed.getByRole('status').filter({ hasText: '2 entries are withdrawn.' })).toBeVisible()
  })

  await test.step('the log tells it, in words, by filter', async () => {
    await pia.goto('/desk/activity')
    await pia.getByRole('combobox', { name: 'Who', exact: true }).selectOption(ED)
    await pia.getByRole('combobox', { name: 'On', exact: true }).selectOption('Entry')
    await pia.getByRole('button', { name: 'Show' }).click()
    const rows = pia.getByRole('table').getByRole('row')
    await expect(rows).toHaveCount(5)
    await expect(rows.nth(1)).toContainText('approved an undo: undone')
    await expect(rows.nth(4)).toContainText('withdrew')
    await expect(rows.nth(4)).toContainText(CARELESS)
    await expect(pia.locator('img[src=x]')).toHaveCount(0)
    await look(pia)
    await rows
      .nth(4)
      .getByRole('link', { name: /^all on this/ })
      .click()
    await expect(pia).toHaveURL(/kind=entry&subject=bulk-1/)
    await expect(rows).toHaveCount(3)
  })

  await test.step('what is taken along is exactly that, safe in a spreadsheet, and stands in the log', async () => {
    const download = pia.waitForEvent('download')
    await pia.getByRole('button', { name: 'Take this view along as CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^parley-activity-\d{4}-\d\d-\d\d\.csv$/)
    const lines = parse(readFileSync(await file.path(), 'utf8'), { columns: true }) as Record<string, string>[]
    expect(lines.map(({ who, action, subject_id }) => [who, action, subject_id])).toEqual([
      [`'${ED}`, 'undo in bulk', 'bulk-1'],
      [`'${ED}`, 'withdraw', 'bulk-1'],
    ])
    await pia.goto('/desk/activity')
    await expect(pia.getByRole('table').getByRole('row').nth(1)).toContainText('Pia exported the activity log')
  })

  expect([...problems, ...others]).toEqual([])
})
