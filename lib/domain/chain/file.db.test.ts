// The chain as readers get it: page by page, and as a file that a program checks which needs nothing but Node.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { testDatabase } from '@/tests/database'
import { liveRevision, makeDesk, person, sentEntry } from '@/tests/made/desk'
import { chainFile } from './file'
import { findChainHead } from './head'
import { listLinks } from './queries'
import type { Link } from './schema'

await testDatabase()
// The program as it is given away: it is no module of this house, and knows none.
const { checkChain } = await import(pathToFileURL(resolve('public/check.mjs')).href)
const editor = person('editor')
const linesOf = async () => {
  const lines: string[] = []
  for await (const some of chainFile('https://parley.example.org')) lines.push(...some)
  return lines
}

test('of nothing published the file says so', async () => {
  expect(await checkChain(await linesOf())).toMatchObject({ links: 0, head: null })
})

test('the file holds what readers see, is whole, and ends at the head that the site names', async () => {
  await makeDesk()
  const sent = await sentEntry(person('researcher', 'writer'), { summary: 'Not for readers yet.' })
  const lines = await linesOf()
  const head = await findChainHead()
  expect(await checkChain(lines, head?.hash)).toMatchObject({ links: 80, readable: 80, entries: 40, head, noted: 80 })
  expect(lines.join()).not.toContain('Not for readers yet.')

  await approveRevision(editor, { review: sent.review, version: sent.version, note: null })
  const after = await linesOf()
  expect(after.join()).toContain('Not for readers yet.')
  expect(await checkChain(after, head?.hash)).toMatchObject({ links: 82, noted: 80 })

  await withdrawEntry(editor, { entry: sent.entry, live: await liveRevision(sent.entry), reason: 'Coded twice.' })
  const withdrawn = await linesOf()
  expect(withdrawn.join()).not.toContain('Not for readers yet.')
  expect(withdrawn.join()).toContain('Coded twice.')
  // What is not shown any more is still what it was.
  expect(await checkChain(withdrawn, head?.hash)).toMatchObject({ links: 83, readable: 82, noted: 80 })
})

test('page by page it is the same', async () => {
  const links: Link[] = []
  let cursor: string | undefined
  do {
    const page = await listLinks({ cursor, limit: 20 })
    links.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(links.map((link) => JSON.stringify(link))).toEqual((await linesOf()).slice(1))
})

test('1,000 changes of one byte: 1,000 found', async () => {
  const lines = await linesOf()
  const text = lines.slice(1).join('\n')
  const missed: string[] = []
  for (let tried = 0; tried < 1000; ) {
    const at = Math.floor(Math.random() * text.length)
    const byte = 'abcdefghijklmnopqrstuvwxyz0123456789 ",:{}'[Math.floor(Math.random() * 42)] as string
    if (text[at] === byte || text[at] === '\n' || text.charCodeAt(at) > 126) continue
    tried++
    const changed = `${text.slice(0, at)}${byte}${text.slice(at + 1)}`
    const found = await checkChain([lines[0] as string, ...changed.split('\n')]).then(
      () => null,
      (error: Error) => error.message,
    )
    if (!found?.startsWith('line ')) missed.push(`${text.slice(at - 30, at + 30)} → ${byte}`)
  }
  expect(missed).toEqual([])
}, 60_000)

test.each<[string, (lines: string[]) => string[]]>([
  ['a link is taken out', (lines) => lines.toSpliced(7, 1)],
  ['two links change places', (lines) => lines.toSpliced(7, 2, lines[8] as string, lines[7] as string)],
  ['the last is cut off', (lines) => lines.slice(0, -1)],
  ['one is there twice', (lines) => lines.toSpliced(7, 0, lines[7] as string)],
  ['the head is another', (lines) => [(lines[0] as string).replace(/"hash":"../, '"hash":"zz'), ...lines.slice(1)]],
  ['it is another file', () => ['{"some":"json"}']],
  ['it is no JSON', () => ['id,party,demand']],
])('it is noticed when %s', async (_, change) => {
  await expect(checkChain(change(await linesOf()))).rejects.toThrow(/line|ends after/)
})

test('the program says so, with Node and the file alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-chain-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'chain.jsonl')
  const lines = await linesOf()
  writeFileSync(file, `${lines.join('\n')}\n`)
  const run = (...given: string[]) => {
    try {
      return {
        code: 0,
        out: execFileSync(process.execPath, ['public/check.mjs', ...given], { encoding: 'utf8', stdio: 'pipe' }),
      }
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string }
      return { code: status, out: stderr }
    }
  }
  const head = await findChainHead()
  expect(run(file, head?.hash as string)).toMatchObject({
    code: 0,
    out: expect.stringContaining('the head that you noted is link 83'),
  })
  expect(run(file, 'f'.repeat(64))).toMatchObject({ code: 1, out: expect.stringContaining('not of this chain') })
  expect(run(`${file}.nowhere`)).toMatchObject({ code: 1 })
  expect(run()).toMatchObject({ code: 2, out: expect.stringContaining('Usage') })
  writeFileSync(file, `${lines.join('\n').replace('stated in public', 'stated in secret')}\n`)
  expect(run(file)).toMatchObject({
    code: 1,
    out: expect.stringMatching(/Not whole\. line \d+, link \d+: what it says was changed/),
  })
})
