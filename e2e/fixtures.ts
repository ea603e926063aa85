import { test as base, expect, type Page } from '@playwright/test'
import { collectProblems } from './problems'
import { ADDRESS } from './server-address'

type Fixtures = {
  /** Says beforehand that a problem belongs to this test, for example /status of 404/. It must then come. */
  expectProblem: (pattern: RegExp) => void
  problems: string[]
}

/** Playwright's test, failing on whatever goes wrong in the browser besides what the test looks at. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures from this very pattern.
  baseURL: async ({}, use) => {
    const address = process.env[ADDRESS]
    if (!address) throw new Error('There is no server: e2e/server.ts has not run.')
    await use(address)
  },
  problems: [
    async ({ context, baseURL }, use) => {
      await use(await collectProblems(context, new URL(baseURL as string).origin))
    },
    { auto: true },
  ],
  expectProblem: [
    async ({ problems }, use) => {
      const expected: RegExp[] = []
      await use((pattern) => expected.push(pattern))
      expect(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([])
      for (const pattern of expected)
        expect(problems, 'a problem that was foretold').toContainEqual(expect.stringMatching(pattern))
    },
    { auto: true },
  ],
})

/** Goes to a page with controls and waits until they answer: a key pressed before that goes nowhere, as for a reader. */
export async function arrive(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('fieldset[role=presentation]:not([disabled])').waitFor()
}

/** Until the rows of the comparison stand in the document as they are seen, a moment after another order was chosen. */
export const rowsInPlace = (page: Page) =>
  expect(page.locator('tr[style*="order"], tr[style*="content-visibility"]')).toHaveCount(0)

export { expect } from '@playwright/test'
export { expectAccessible } from './accessible'
export { desktop, phone, tablet } from './screens'
