// The watchers watched: each kind of problem is planted once and must be found.
import { test as bare } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { collectProblems } from './problems'

const HOME = 'http://planted.test'
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Planted</title><link rel="icon" href="data:,">${body}</html>`

const planted: Record<string, { body: string; csp?: string; found: RegExp }> = {
  'console.error': { body: "<script>console.error('a mishap')</script>", found: /console\.error: a mishap/ },
  'an uncaught error': { body: "<script>throw new Error('a crash')</script>", found: /uncaught: Error: a crash/ },
  'a rejection that nobody handles': {
    body: "<script>Promise.reject(new Error('a broken promise'))</script>",
    found: /uncaught: Error: a broken promise/,
  },
  'a violation of the policy': {
    body: "<script>console.log('never')</script>",
    csp: "default-src 'self'",
    found: /content security policy: script-src-elem blocks inline/,
  },
  'a request to somebody else': {
    body: '<img alt="" src="http://elsewhere.test/pixel.gif">',
    found: /somebody else: http:\/\/elsewhere/,
  },
}

for (const [what, { body, csp, found }] of Object.entries(planted)) {
  bare(`${what} is found`, async ({ context }) => {
    const problems = await collectProblems(context, HOME)
    await context.route('**/*', (route) =>
      route.request().url().startsWith(HOME)
        ? route.fulfill({
            contentType: 'text/html',
            body: page(body),
            headers: csp ? { 'content-security-policy': csp } : {},
          })
        : route.fulfill({ contentType: 'image/gif', body: '' }),
    )
    await (await context.newPage()).goto(HOME)
    await expect.poll(() => problems).toContainEqual(expect.stringMatching(found))
  })
}

bare('a page without problems is quiet', async ({ context }) => {
  const problems = await collectProblems(context, HOME)
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: page('<p>calm</p>') }))
  await (await context.newPage()).goto(HOME)
  expect(problems).toEqual([])
})

test.describe('a problem in a test', () => {
  test.fail()
  test('fails it', async ({ page }) => {
    await page.evaluate(() => console.error('a mishap'))
  })
  test('fails it when it was foretold and does not come', async ({ expectProblem }) => {
    expectProblem(/never/)
  })
})

test('a problem that was foretold passes', async ({ page, expectProblem }) => {
  expectProblem(/a mishap/)
  await page.evaluate(() => console.error('a mishap'))
})

test('axe finds an image without words', async ({ page }) => {
  await page.setContent('<html lang="en"><title>Planted</title><main><h1>One</h1><img src="data:,"></main></html>')
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/)
})
