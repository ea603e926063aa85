import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const resolve = {
  alias: {
    '@': root,
    // The marker throws outside of React's server; a test is the server.
    'server-only': path.join(root, 'node_modules/server-only/empty.js'),
  },
}
const common = { environment: 'node' as const, pool: 'forks' as const, passWithNoTests: false, retry: 0 }
const ignored = ['**/node_modules/**', '**/.next/**', '**/.parley/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          ...common,
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...ignored, '**/*.db.test.ts', 'tests/process/**'],
          // Properties are tried a hundred times and more; a busy machine takes its time.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          ...common,
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: './tests/db-setup.ts',
          maxWorkers: 2,
          // A busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          ...common,
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          exclude: ignored,
          // They start servers and kill them. Each has its own data folder and ports; two beside each other fill two cores.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
