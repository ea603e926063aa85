// What is described is what is there: each route file has its operation, each operation its route, each parameter its description.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FILINGS } from './filings'
import { filingParametersOf, openApi, parametersOf } from './openapi'
import { OPERATIONS } from './operations'

const described = openApi(OPERATIONS, FILINGS, 'https://parley.example.org')
const fileOf = (path: string) => `app${path.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`

test('every route of the interface is described, and every described one is there', () => {
  const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `app/api/v1/${file.replaceAll('\\', '/')}`)
    .filter((file) => !file.includes('openapi.json'))
    .sort()
  expect(Object.keys(described.paths).map(fileOf).sort()).toEqual(routes)
  for (const operation of OPERATIONS) expect(readFileSync(fileOf(operation.path), 'utf8')).toContain('routeOf(')
  for (const filing of FILINGS)
    expect(readFileSync(fileOf(filing.path), 'utf8')).toContain('export const POST = filingOf(')
  const posting = routes.filter((file) => readFileSync(file, 'utf8').includes('POST'))
  expect(posting).toEqual(FILINGS.map(({ path }) => fileOf(path)).sort())
  expect(existsSync('app/(public)/api/page.tsx')).toBe(true)
})

test.each(OPERATIONS.map((one) => [one.path, one] as const))(
  '%s describes each of its parameters',
  (path, operation) => {
    const parameters = described.paths[path]?.get?.parameters ?? []
    expect(parameters.map(({ name }) => name)).toEqual([
      ...Object.keys(operation.params.shape),
      ...Object.keys(operation.query.shape),
    ])
    for (const { name, description, schema } of parametersOf(operation)) {
      expect(description.length, name).toBeGreaterThan(10)
      expect(schema.type ?? schema.enum, name).toBeDefined()
    }
    expect(path.match(/\{(\w+)\}/g) ?? []).toEqual(Object.keys(operation.params.shape).map((name) => `{${name}}`))
  },
)

test.each(FILINGS.map((one) => [one.path, one] as const))('what is filed at %s is described', (path, filing) => {
  const post = described.paths[path]?.post
  expect(post?.security).toEqual([{ token: [filing.scope] }])
  expect(post?.parameters.map(({ name }) => name)).toEqual(['Idempotency-Key', ...Object.keys(filing.query.shape)])
  for (const { name, description } of filingParametersOf(filing)) expect(description.length, name).toBeGreaterThan(10)
  expect(Object.keys(post?.requestBody.content ?? {})).toEqual(Object.keys(filing.takes))
  expect(Object.keys(post?.responses ?? {})).toEqual(expect.arrayContaining(['200', '201', '401', '409', '422', '429']))
})

test('names are told apart, and every reference leads somewhere', () => {
  const ids = Object.values(described.paths).flatMap(({ get, post }) =>
    [get?.operationId, post?.operationId].filter((id) => id !== undefined),
  )
  expect(new Set(ids).size).toBe(ids.length)
  const text = JSON.stringify(described)
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(described.components.schemas).toHaveProperty(name as string)
  expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/g)).toBeNull()
})
