import type { IncomingMessage } from 'node:http'
import type { Settings } from '@/lib/settings'
import { addressOf } from './rate-limit'

/** Under this name the server tells the application where a request came from. */
export const CLIENT_ADDRESS = 'x-parley-client'

/** Tells the application who asks, and under which name of ours. Whatever a client sent under these names is overwritten. */
export function tellAddress(req: IncomingMessage, settings: Pick<Settings, 'TRUSTED_PROXIES' | 'SITE_URL'>): void {
  req.headers[CLIENT_ADDRESS] = addressOf(req, settings.TRUSTED_PROXIES)
  // Next compares the Origin of an action with this, else with Host, where a proxy in front may have written its own name.
  delete req.headers['x-forwarded-host']
  if (req.headers.origin === settings.SITE_URL) req.headers['x-forwarded-host'] = new URL(settings.SITE_URL).host
}
