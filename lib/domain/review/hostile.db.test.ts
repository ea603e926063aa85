// 500 hostile texts in the fields of an entry, through the desk and out of every output: refused with the field named, or given out as text.
import { parse as parseCsv } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { decodeCell } from '@/lib/csv-cell'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { listEntries } from '@/lib/domain/entry/queries'
import { DomainError } from '@/lib/domain/error'
import { csvLines } from '@/lib/http/csv'
import { atom, jsonFeed } from '@/lib/http/feed'
import { getShiftFeed } from '@/lib/http/shift-feed'
import { testDatabase } from '@/tests/database'
import { makeDesk, NEGOTIATION, person, readyContent } from '@/tests/made/desk'
import { approveRevision } from './approve-revision'
import { sendForReview } from './send-for-review'

await testDatabase()
beforeAll(makeDesk)

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  ']]><x/>',
  '&lt;b&gt; &amp; & <',
  '</title><script>alert(1)</script>',
  '{{7*7}} #{7*7} <%= 7*7 %>',
  "'; drop table entry; --",
  '=HYPERLINK("http://evil.example")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\u202Eright to left',
  'zero\u200Bwidth',
  'nul\0byte',
  'lone \uD800 half',
  'line\nbreak',
  '\u0007 bell',
  '%00%0d%0aSet-Cookie: a=b',
  '../../etc/passwd',
  '\u{E0001}tag',
  '﹤script﹥ ＜script＞',
]
const AROUND = [
  (text: string) => text,
  (text: string) => `Agrees ${text}`,
  (text: string) => `${text} to it`,
  (text: string) => text.toUpperCase(),
]
const texts = PAYLOADS.flatMap((payload) => AROUND.map((around) => around(payload)))
const at = (place: number) => texts[place % texts.length] as string

test('500 of them: none is lost silently, none comes out as anything but text', async () => {
  const [author, editor] = [person('researcher'), person('editor')]
  let tried = 0
  const accepted: string[] = []
  for (let round = 0; round < 125; round++) {
    const fields = { summary: at(round), terms: at(round * 7 + 1), shiftNote: at(round * 11 + 2), event: '' }
    tried += 3
    const content = await readyContent({
      ...fields,
      shiftType: accepted.length === 0 ? 'new-position' : 'clarification',
    })
    content.citations[0] = {
      ...(content.citations[0] as (typeof content.citations)[number]),
      speaker: round % 2 ? at(round * 13 + 3) : '',
    }
    tried++
    const { id } = await startDraft(author, { negotiation: NEGOTIATION, source: null, entry: null })
    const saved = await saveDraft(author, { id, version: 1, content, source: null })
    if (!saved.saved) throw new Error('Nobody else writes here.')
    try {
      const { review, entry } = await sendForReview(author, {
        draft: id,
        version: saved.version,
        kind: 'first',
        reason: null,
      })
      await approveRevision(editor, { review, version: 1, note: null })
      accepted.push(entry)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      expect(error).toMatchObject({ code: 'INVALID' })
      expect(error.faults.length).toBeGreaterThan(0)
    }
  }
  expect(tried).toBe(500)
  expect(accepted.length).toBeGreaterThan(20)

  const { items } = await listEntries(NEGOTIATION, { party: ['silent'], limit: 500 })
  expect(items.map(({ id }) => id).sort()).toEqual(accepted.toSorted())
  const cells = items.map(({ summary, terms }) => [summary, terms])
  const parsed = parseCsv(csvLines(cells), { record_delimiter: '\r\n' }) as string[][]
  expect(parsed.map((row) => row.map(decodeCell))).toEqual(cells)
  for (const row of parsed) for (const cell of row) expect(cell.trimStart()).not.toMatch(/^[=@]|^[+-](?!\d+(\.\d+)?$)/)

  const { feed } = await getShiftFeed([NEGOTIATION, 'party', 'silent.atom'], 'https://parley.example.org')
  const xml = atom(feed)
  expect(xml).not.toMatch(/<(script|img|svg|x|b)\b/i)
  expect(JSON.parse(JSON.stringify(jsonFeed(feed))).items).toHaveLength(feed.items.length)
  const shown = items.map(({ summary }) => summary)
  expect(shown.some((text) => text.includes('<script>'))).toBe(true)
  // What could deceive a reader never got in.
  for (const text of [...shown, ...items.map(({ terms }) => terms ?? '')])
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
}, 120_000)
