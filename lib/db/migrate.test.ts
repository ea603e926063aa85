import { expect, test } from 'vitest'
import { findPending } from './migrate'
import { checksumOf, matchesChecksum } from './migration-files'

const files = ['1_one', '2_two', '3_three'].map((name) => ({ name, sql: `-- ${name}\n` }))
const applied = (index: number, change = {}) => ({
  name: files[index]?.name ?? '',
  checksum: checksumOf(files[index]?.sql ?? ''),
  finished: true,
  logs: null,
  ...change,
})

test('pending is what the database has not', () => {
  expect(findPending(files, []).map(({ name }) => name)).toEqual(['1_one', '2_two', '3_three'])
  expect(findPending(files, [applied(0), applied(1)]).map(({ name }) => name)).toEqual(['3_three'])
  expect(findPending(files, [applied(0), applied(1), applied(2)])).toEqual([])
})

test('a database and a checkout that do not belong together say why', () => {
  expect(() => findPending(files, [applied(0, { name: '4_four' })])).toThrow('newer than this checkout: it has 4_four')
  expect(() => findPending(files, [applied(0, { checksum: 'x' })])).toThrow(
    'Changed after it was applied to this database: 1_one',
  )
  expect(() => findPending(files, [applied(0, { finished: false })])).toThrow('not finished')
})

test('the ends of lines do not count', () => {
  expect(matchesChecksum('a\r\nb', checksumOf('a\nb'))).toBe(true)
  expect(matchesChecksum('a\nb', checksumOf('a\r\nb'))).toBe(true)
  expect(matchesChecksum('a\nc', checksumOf('a\nb'))).toBe(false)
})
