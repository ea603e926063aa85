import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestAtHand } from './request-at-hand'
import { type RouteGroup, routeGroupOf } from './route-group'

/** What is left of a request when it is over. Nothing about the person: no address, no browser, no cookie, no referrer, no query. */
export type Finished = {
  id: string
  method: string
  path: string
  group: RouteGroup
  status: number
  /** Whether the reader hung up before the answer was whole. */
  cut: boolean
  seconds: number
  /** On the wire, with the headers. */
  bytes: number
  cache: RequestAtHand['cache']
  limited: boolean
}

const LONGEST_PATH = 300

/** Calls `hear` once the answer is sent, or the reader has gone. */
export function whenFinished(
  req: IncomingMessage,
  res: ServerResponse,
  request: RequestAtHand,
  hear: (finished: Finished) => void,
): void {
  const began = performance.now()
  const { socket, method = '' } = req
  const sentBefore = socket.bytesWritten
  // The query may hold what somebody typed, and the end of a link that works once is as good as a password.
  const path = ((req.url ?? '').split('?')[0] as string).replace(/^(\/desk\/(?:accept|reset)\/).*/, '$1…')
  res.once('close', () =>
    hear({
      id: request.id,
      method,
      path: path.slice(0, LONGEST_PATH),
      group: routeGroupOf(path),
      status: res.statusCode,
      cut: !res.writableFinished,
      seconds: (performance.now() - began) / 1000,
      bytes: socket.bytesWritten - sentBefore,
      cache: request.cache,
      limited: request.limited,
    }),
  )
}
