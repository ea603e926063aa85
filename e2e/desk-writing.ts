// Writing an entry at the desk, for tests of what comes of it.
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** Selects words in the article as a reader does with the mouse, and cites them with Enter. */
export async function cite(page: Page, words: string): Promise<void> {
  await page.getByRole('group', { name: 'Stored text of the article' }).evaluate((box, wanted) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const start = (box.textContent ?? '').indexOf(wanted)
    let seen = 0
    let begun = false
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (!begun && start < seen + node.length) {
        range.setStart(node, start - seen)
        begun = true
      }
      if (begun && start + wanted.length <= seen + node.length) {
        range.setEnd(node, start + wanted.length - seen)
        break
      }
      seen += node.length
    }
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    ;(box as HTMLElement).focus()
  }, words)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
}

export const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()

type Entry = {
  party: string
  demand: string
  stance: string
  day: string
  summary: string
  words: string
  kind?: string
  terms?: string
}

export async function write(page: Page, entry: Entry): Promise<void> {
  await page.getByRole('combobox', { name: 'Party' }).selectOption(entry.party)
  await page.getByRole('combobox', { name: 'Demand' }).selectOption(entry.demand)
  await page.getByRole('radio', { name: entry.stance, exact: true }).check({ force: true })
  await page.getByLabel('Held from').fill(entry.day)
  await page.getByLabel('Kind of shift').selectOption(entry.kind ?? '')
  await page.getByLabel('Summary, in your own words').fill(entry.summary)
  if (entry.terms) await page.getByLabel(/^Terms and conditions/).fill(entry.terms)
  await cite(page, entry.words)
  await page.getByLabel('Whose words').first().selectOption('document')
  await expect(page.getByText('✓ found word for word in the stored text')).toBeVisible()
  await saved(page)
}
