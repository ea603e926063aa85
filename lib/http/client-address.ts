import type { IncomingMessage } from 'node:http'
import { addressOf } from './rate-limit'

/** Under this name the server tells the application where a request came from. */
export const CLIENT_ADDRESS = 'x-parley-client'

/** Whatever a client sent under this name is overwritten. */
export function tellAddress(req: IncomingMessage, proxies: number): void {
  req.headers[CLIENT_ADDRESS] = addressOf(req, proxies)
}
