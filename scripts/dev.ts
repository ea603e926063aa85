import { OperatorError } from '@/lib/operator-error'
import { claimDevelopment } from './steps/guard'
import { runParley } from './steps/main'

// npm run dev: as npm start, with hot reload instead of a build.

Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' })

await runParley(
  'npm run dev',
  async (url) => {
    const other = claimDevelopment(url)
    if (other)
      throw new OperatorError(
        `npm run dev already runs in this folder, at ${other.note} (process ${other.pid}). Stop it first.`,
      )
  },
  async (settings) => {
    const { serveDevelopment } = await import('@/lib/http/development-server')
    return serveDevelopment(settings)
  },
)
