// The tests that changed copies of lib/domain are tried against: `npm run mutation` says which project.
import { defineConfig } from 'vitest/config'
import config from './vitest.config'

const wanted = process.env.MUTATION_TESTS ?? 'unit'
const projects = config.test?.projects as { resolve: object; test: { name: string } }[]
const project = projects.find(({ test }) => test.name === wanted)
if (!project) throw new Error(`There are no tests called "${wanted}".`)
const include = wanted === 'db' ? ['lib/**/*.db.test.ts'] : ['lib/domain/**/*.test.ts']

export default defineConfig({
  resolve: project.resolve,
  test: {
    ...project.test,
    include,
    // As many of each property as a change needs to be found by; the suite tries them all.
    setupFiles: ['tests/fewer-runs.ts'],
    env: { HISTORIES: '200', ANY_ORDER_RUNS: '2' },
  },
})
