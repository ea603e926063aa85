import type { IncomingMessage } from 'node:http'
import type { Settings } from '@/lib/settings'
import { addressOf } from './rate-limit'
import { returnAddressOf } from './return-address'

/** Under this name the server tells the application where a request came from. */
export const CLIENT_ADDRESS = 'x-parley-client'
/** … and which page of the desk it wants, for the way back after signing in. */
export const WANTED_PAGE = 'x-parley-page'

/** Tells the application who asks, for which page of the desk, and under which name of ours. Whatever a client sent under these names is overwritten. */
export function tellAddress(req: IncomingMessage, settings: Pick<Settings, 'TRUSTED_PROXIES' | 'SITE_URL'>): void {
  req.headers[CLIENT_ADDRESS] = addressOf(req, settings.TRUSTED_PROXIES)
  const wanted = returnAddressOf(req.url)
  if (wanted === null) delete req.headers[WANTED_PAGE]
  else req.headers[WANTED_PAGE] = wanted
  // Next compares the Origin of an action with this, else with Host, where a proxy in front may have written its own name.
  delete req.headers['x-forwarded-host']
  if (req.headers.origin === settings.SITE_URL) req.headers['x-forwarded-host'] = new URL(settings.SITE_URL).host
}
