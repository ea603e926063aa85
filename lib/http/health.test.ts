import { expect, test } from 'vitest'
import { healthOf, isHealth } from './health'

const able = { canRead: async () => true, isClosing: () => false }

test('alive is alive, whatever the database does', async () => {
  const canRead = () => Promise.reject(new Error('not to be asked'))
  expect(await healthOf({ url: '/healthz' }, { canRead, isClosing: () => true })).toMatchObject({
    status: 200,
    text: 'ok',
  })
})

test('ready while the database answers and no stop has begun', async () => {
  expect(await healthOf({ url: '/readyz?x' }, able)).toMatchObject({ status: 200, text: 'ok' })
  expect(await healthOf({ url: '/readyz' }, { ...able, canRead: async () => false })).toMatchObject({
    status: 503,
    text: 'The database cannot be reached.',
  })
  expect(await healthOf({ url: '/readyz' }, { ...able, isClosing: () => true })).toMatchObject({
    status: 503,
    text: 'This process is stopping.',
  })
})

test('only these two addresses are meant', () => {
  for (const url of ['/healthz', '/readyz', '/readyz?probe=1']) expect(isHealth(url)).toBe(true)
  for (const url of ['/', '/healthzz', '/readyz/x', '/ukraine/healthz']) expect(isHealth(url)).toBe(false)
})
