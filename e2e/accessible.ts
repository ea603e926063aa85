import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Zero findings of axe on the page as it is now, or on the part of it that a selector names: WCAG 2.2 AA and best practice. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await expectNothing(page, new AxeBuilder({ page }).withTags(TAGS), within)
}

/** The same of colours alone: all that the other theme changes. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothing(page, new AxeBuilder({ page }).withRules(['color-contrast']))
}

async function expectNothing(page: Page, axe: AxeBuilder, within?: string): Promise<void> {
  // No page of ours has frames; without them axe need not open a second page for every look.
  const { violations, passes } = await (within ? axe.include(within) : axe).setLegacyMode().analyze()
  const findings = violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${help}: ${node.target.join(' ')}`),
  )
  expect(findings, `axe on ${page.url()}`).toEqual([])
  expect(passes.length, 'axe looked at nothing').toBeGreaterThan(0)
}
