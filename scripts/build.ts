// npm run build: what a start makes by itself, made beforehand, where the folder cannot be written later (a container image, a service).
import { ensureBuild } from './steps/build'
import { ensureClient } from './steps/client'
import { close, closeOnSignals } from './steps/closing'
import { printFailure } from './steps/progress'

closeOnSignals()
try {
  await ensureClient()
  await ensureBuild('npm run build')
  await close(0)
} catch (error) {
  printFailure(error)
  await close(1)
}
