import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { npmRun } from './npm-run'
import { dataFolder, endEverything } from './parley'

const data = dataFolder()
const file = (name: string) => join(data, name)
const real = readFileSync('data/ukraine.json', 'utf8')

afterAll(endEverything)

const run = (name: string, ...given: string[]) => npmRun(data, name, ...given)

test('a dry run, the import, a second one, and an export that is the file, byte for byte', async () => {
  const dry = await run('import', 'data/ukraine.json', '--dry-run')
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was written.') })
  expect((await run('export', file('nothing.json'))).said).toContain('none is recorded yet')

  const first = await run('import', 'data/ukraine.json')
  expect(first.code).toBe(0)
  expect(first.said.replace(/Imported.*\n/, '')).toBe(dry.said.replace(/Dry run.*\n/, ''))
  expect((await run('import', 'data/ukraine.json')).said).toContain('Nothing was changed.')

  expect(await run('export', file('out.json'))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/head of the chain: \d+ [0-9a-f]{64}/),
  })
  expect(readFileSync(file('out.json'), 'utf8')).toBe(real)
})

test('a file with faults is refused whole, each fault with its place, its value and the mend', async () => {
  const faulty = JSON.parse(real)
  faulty.entries[3].stance = 'supports'
  faulty.entries[7].summary = ''
  writeFileSync(file('faulty.json'), JSON.stringify(faulty))
  const { code, said } = await run('import', file('faulty.json'))
  expect(code).toBe(1)
  expect(said).toContain('entries[3].stance: "supports" is none of the allowed values: write demands, accepts')
  expect(said).toContain('entries[7].summary: "" is empty')
  expect(said).toContain('2 faults in')
  expect((await run('import', 'data/ukraine.json')).said).toContain('Nothing was changed.')
})

test.each([
  ['no file', [], /Usage: npm run import/],
  ['a file that is not there', ['nowhere.json'], /no readable file nowhere\.json/],
  ['two files', ['a.json', 'b.json'], /Usage/],
  ['an option that there is none of', ['data/ukraine.json', '--force'], /Usage/],
])('%s: said plainly', async (_, given, message) => {
  const { code, said } = await run('import', ...given)
  expect(code).toBe(1)
  expect(said).toMatch(message)
  expect(said).not.toMatch(/\n\s+at /)
})
