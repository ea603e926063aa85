import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import type { Settings } from '@/lib/settings'
import { answerOf, type Edge } from './edge'
import type { Finished } from './finished'
import { listen } from './listen'
import { limitByAddress } from './rate-limit'
import type { Following } from './record-version'
import { securityHeaders } from './security-headers'

export type Server = { close: () => Promise<void> }

/** How long requests under way may take to end when we close. */
const GRACE = 5_000

/** Serves the built site. Rejects with EADDRINUSE when somebody has taken the port. `hear` is told of every request that is over. */
export async function serve(
  settings: Settings,
  { canRead }: Pick<Following, 'canRead'>,
  hear: (finished: Finished) => void,
): Promise<Server> {
  // Where Next asks for the page that an action leads to; by itself it would believe what a proxy or a client says of the protocol.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostOf(settings)}:${settings.PORT}`
  // Next adds a listener for upgrades to the server it sees, behind which there was a hole (CVE-2026-44578). It sees one that nobody reaches.
  const app = next({ dev: false, dir: process.cwd(), port: settings.PORT, httpServer: createServer() })
  await quietly(() => app.prepare())
  let closing = false
  const edge: Edge = {
    handle: app.getRequestHandler(),
    headers: securityHeaders({ https: settings.SITE_URL.startsWith('https:') }),
    settings,
    excessOf: limitByAddress(settings),
    health: { canRead, isClosing: () => closing },
    hear,
  }
  const server = createServer((req, res) => answerOf(req, res, edge))
  server.on('upgrade', (_req, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'),
  )
  // Longer than the 60 s of the usual proxy in front, which must be the one to hang up.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 20_000
  server.requestTimeout = 30_000
  await listen(server, settings.PORT, settings.HOST)
  return {
    close: async () => {
      closing = true
      await sleep(settings.DRAIN_SECONDS * 1000)
      const closed = new Promise((done) => server.close(done))
      const force = setTimeout(() => server.closeAllConnections(), GRACE)
      await closed
      clearTimeout(force)
      await app.close()
    },
  }
}

/** Next tells how long it took to read its configuration, into the midst of our own lines. Warnings and errors still come through. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const log = console.log
  console.log = () => {}
  try {
    await work()
  } finally {
    console.log = log
  }
}

const hostOf = ({ HOST = '127.0.0.1' }: Settings): string => (HOST.includes(':') ? `[${HOST}]` : HOST)
