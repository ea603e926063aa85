import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Settings } from '@/lib/settings'
import { cleanRequest } from './clean-request'
import { tellAddress } from './client-address'
import { failureOf } from './failure'
import { finishResponse } from './finish-response'
import { type Finished, whenFinished } from './finished'
import { type Health, healthOf, isHealth } from './health'
import { answerFromKept } from './kept-answers'
import { knownAddressOf } from './known-address'
import { PROBLEM_TYPE } from './problem'
import { currentVersion, recordVersion } from './record-version'
import { isData, type Refusal, refusalOf } from './refusal'
import { beginRequest, requestAtHand } from './request-at-hand'

/** What stands between a reader and Next. */
export type Edge = {
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  headers: Record<string, string>
  settings: Pick<Settings, 'TRUSTED_PROXIES' | 'SITE_URL'>
  excessOf: (req: IncomingMessage) => Refusal | null
  health: Health
  hear: (finished: Finished) => void
}

/** Answers one request: health, refusals and limits by ourselves, everything else through Next, and its failures in our words. */
export function answerOf(req: IncomingMessage, res: ServerResponse, edge: Edge): void {
  tellAddress(req, edge.settings)
  const request = beginRequest(req, edge.settings.TRUSTED_PROXIES, currentVersion())
  const { url = '/' } = req
  let asked: Pick<IncomingMessage, 'url' | 'headers'> = req
  let said = false

  const say = ({ status, text, headers }: Refusal): void => {
    said = true
    res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
    res.end(`${text}\n`)
  }
  const ask = (): void => {
    requestAtHand.run(request, () => {
      edge.handle(req, res).catch((error: unknown) => {
        console.error(error)
        if (!res.headersSent) say(failureOf(req, request))
        else res.destroy()
      })
    })
  }
  const askForOldPage = (): void => {
    request.takesOld = true
    Object.assign(req, { url: asked.url, headers: { ...asked.headers } })
    // What Next has noted on the request belongs to its first try.
    Reflect.deleteProperty(req, Symbol.for('NextInternalRequestMeta'))
    ask()
  }
  const mend = (): (() => void) | null => {
    if (said || String(res.getHeader('content-type')) === PROBLEM_TYPE) return null
    request.away ||= !recordVersion.reachable
    // The database went away while the page was made anew: the one before is still there.
    if (request.away && !request.takesOld && !isData(url)) return askForOldPage
    return () => say(failureOf(req, request))
  }

  whenFinished(req, res, request, edge.hear)
  res.setHeader('x-request-id', request.id)
  if (edge.health.isClosing()) res.setHeader('connection', 'close')
  const refusal = refusalOf(req) ?? knownAddressOf(req)
  const excess = refusal || isHealth(url) ? null : edge.excessOf(req)
  request.limited = excess !== null
  const forNext = !refusal && !excess && !isHealth(url)
  if (forNext) {
    cleanRequest(req)
    if (answerFromKept(req, res)) {
      request.cache = 'hit'
      return
    }
    asked = { url: req.url, headers: { ...req.headers } }
  }
  finishResponse(req, res, { ...edge.headers, 'x-request-id': request.id }, mend, url)
  if (refusal ?? excess) say((refusal ?? excess) as Refusal)
  else if (isHealth(url)) void healthOf(req, edge.health).then(say)
  else {
    // A HEAD is answered as the GET would be; Node itself leaves the body out. So both have the same headers.
    if (req.method === 'HEAD') req.method = 'GET'
    ask()
  }
}
