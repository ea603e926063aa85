import { ensureBuild } from './steps/build'
import { runParley } from './steps/main'

// npm start: everything from an empty folder to a site that answers. Settings: npm start -- --help

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

await runParley('npm start', ensureBuild, async (settings, record, hear) => {
  const { serve } = await import('@/lib/http/server')
  return serve(settings, record, hear)
})
