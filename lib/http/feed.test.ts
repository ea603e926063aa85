import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atom, type Feed, jsonFeed } from './feed'

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const item = fc.record({
  id: fc.nat().map((at) => `https://parley.example.org/e/${at}`),
  url: fc.nat().map((at) => `https://parley.example.org/e/${at}?a=1&b=2`),
  title: fc.string({ unit: 'binary', minLength: 1 }),
  text: fc.string({ unit: 'binary' }),
  publishedAt: instant,
  updatedAt: instant,
  tags: fc.array(fc.string({ unit: 'binary' })),
})
const feeds: fc.Arbitrary<Feed> = fc.record({
  title: fc.string({ unit: 'binary' }),
  self: fc.constant('https://parley.example.org/feeds/x.atom'),
  page: fc.constant('https://parley.example.org/x'),
  updatedAt: instant,
  items: fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 5 }),
})

/** Every tag is closed by its own name, and between the tags stands no bare sign of XML. */
function checkWellFormed(text: string): void {
  const open: string[] = []
  const rest = text
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([a-z]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_, end, name, attributes, alone) => {
      expect(attributes).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/)
      if (end) expect(open.pop()).toBe(name)
      else if (!alone) open.push(name)
      return ''
    })
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/)
}

test('an Atom feed is well formed and has what RFC 4287 asks for, whatever the texts hold', () => {
  fc.assert(
    fc.property(feeds, (feed) => {
      const text = atom(feed)
      checkWellFormed(text)
      expect(text).not.toMatch(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/u)
      const head = text.split('<entry>')[0] as string
      for (const name of ['id', 'title', 'updated', 'author'])
        expect(head.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(1)
      expect(head).toMatch(/<link rel="self" /)
      const entries = text.split('<entry>').slice(1)
      expect(entries).toHaveLength(feed.items.length)
      for (const entry of entries) {
        for (const name of ['id', 'title', 'updated', 'published'])
          expect(entry.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(1)
        expect(entry).toMatch(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z<\/updated>/)
        expect(entry).toMatch(/<link rel="alternate" /)
      }
    }),
  )
})

test('a JSON Feed has what version 1.1 asks for', () => {
  fc.assert(
    fc.property(feeds, (feed) => {
      const text = JSON.parse(JSON.stringify(jsonFeed(feed)))
      expect(text).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        title: feed.title,
        feed_url: feed.self,
      })
      for (const item of text.items) {
        expect(item).toMatchObject({ id: expect.any(String), content_text: expect.any(String) })
        expect(new Date(item.date_published).toISOString()).toBe(item.date_published)
      }
    }),
  )
})
