import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMBED_THEMES, embedHtml, embedPath, parseEmbed } from './address'

const slug = fc
  .stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5})?$/)
  .filter((text) => !['on', 'light', 'dark'].includes(text))
const embed = fc.record({
  negotiation: slug,
  demand: fc.option(slug),
  on: fc.option(fc.constantFrom('2025-12-14', '2022-02-28')),
  theme: fc.constantFrom(...EMBED_THEMES),
})

test('an address brings back what it was made of', () => {
  fc.assert(
    fc.property(embed, (one) => {
      expect(parseEmbed(embedPath(one).split('/').slice(2))).toEqual(one)
    }),
  )
})

test.each([[[]], [['ukraine', 'on', '2025-02-30']], [['a', 'b', 'c']], [['A']], [['ukraine', 'x', 'dark', 'light']]])(
  '%j names nothing',
  (parts) => expect(parseEmbed(parts)).toBeNull(),
)

test('the line of HTML is one frame, whatever the title holds', () => {
  fc.assert(
    fc.property(embed, fc.string({ unit: 'grapheme' }), (one, title) => {
      const html = embedHtml('https://parley.example.org', one, title)
      expect(html.replace(/"[^"]*"/g, '""')).toBe(
        '<iframe src="" title="" width="" height="" loading="" style=""></iframe>',
      )
      expect(html).not.toMatch(/title="[^"]*<[^"]*"/)
    }),
  )
})
