import { expect, test } from 'vitest'
import { isDatabaseAway } from './away'

const withCode = (code: string) => Object.assign(new Error('x'), { code })
const raw = (originalCode: string) => ({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode } } } })

test.each([
  ['no such host', withCode('ENOTFOUND')],
  ['refused', withCode('ECONNREFUSED')],
  ['refused on both addresses', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
  ['stopped by an administrator', raw('57P01')],
  ['starting up', raw('57P03')],
  ['as Prisma says it', withCode('P1001')],
  ['without a code', new Error('Connection terminated unexpectedly')],
  ['wrapped', new Error('x', { cause: { cause: { kind: 'DatabaseNotReachable' } } })],
])('%s: it is away', (_, error) => expect(isDatabaseAway(error)).toBe(true))

test.each([
  ['a fault in a query', raw('42P01')],
  ['a bug', new TypeError('undefined is not a function')],
  ['a row that is not there', withCode('P2025')],
  ['nothing', null],
  ['text', 'ECONNREFUSED'],
])('%s: it is not', (_, error) => expect(isDatabaseAway(error)).toBe(false))

test('an error that is its own cause has an end', () => {
  const error = new Error('x')
  error.cause = error
  expect(isDatabaseAway(error)).toBe(false)
})
