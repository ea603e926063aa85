// Hostile text in every field that an import accepts: it is shown as the text that it is.

import { expect, test } from '@/e2e/fixtures'
import { importBeside } from '@/e2e/import-beside'
import { makeNegotiation } from '@/tests/made/negotiation'

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const BIDI = 'left \u202Eright to left\u202C and שלום'

test('markup is text, and turned words stay within their quotation', async ({ page }) => {
  const made = makeNegotiation({ slug: 'hostile', parties: 2, demands: 2, entries: 3 })
  made.negotiation.title = `Talks ${SCRIPT}`
  made.negotiation.summary = `</title>${SCRIPT}`
  for (const party of made.parties) party.name = `Party "${SCRIPT}`
  for (const speaker of made.speakers) Object.assign(speaker, { name: SCRIPT, office: `"'><svg onload=alert(3)>` })
  for (const demand of made.demands)
    Object.assign(demand, { title: '<b onclick=alert(4)>Demand', proposition: SCRIPT, lowEnd: SCRIPT, highEnd: SCRIPT })
  for (const event of made.events) event.title = SCRIPT
  for (const source of made.sources) {
    source.excerpt = `${BIDI} ${SCRIPT} {{7*7}} \${7*7}`
    Object.assign(source, {
      title: `${SCRIPT} javascript:alert(5)`,
      publisher: SCRIPT,
      url: 'https://example.org/?q="><script>alert(6)</script>',
    })
  }
  for (const entry of made.entries) {
    entry.summary = SCRIPT
    if (entry.terms) entry.terms = SCRIPT
    for (const citation of entry.citations) citation.quote = `${BIDI} ${SCRIPT}`
  }
  await importBeside(made)

  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    return dialog.dismiss()
  })
  const [entry] = made.entries
  for (const address of [
    '/',
    '/hostile',
    '/hostile/on/2023-01-01',
    `/hostile/${entry?.demand}/${entry?.party}`,
    `/e/${entry?.id}`,
    `/hostile?story=${entry?.demand}.${entry?.party}`,
  ]) {
    await page.goto(address)
    await expect(page.getByText(/<script>alert\(2\)<\/script>|Talks <img/).first()).toBeVisible()
    expect(await page.locator('img[src=x], svg[onload], b[onclick]').count(), address).toBe(0)
  }
  expect(dialogs).toEqual([])

  await page.goto(`/e/${entry?.id}`)
  const quotation = page.locator('blockquote bdi').first()
  expect(await quotation.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate')
  await expect(quotation).toHaveText(`${BIDI} ${SCRIPT}`)
})
