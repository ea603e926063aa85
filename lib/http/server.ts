import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import type { Settings } from '@/lib/settings'
import { tellAddress } from './client-address'
import { finishResponse } from './finish-response'
import { answerFromKept } from './kept-answers'
import { limitByAddress } from './rate-limit'
import { currentVersion, recordVersion } from './record-version'
import { refusalOf } from './refusal'
import { securityHeaders } from './security-headers'

export type Server = { close: () => Promise<void> }

/** How long requests under way may take to end when we close. */
const GRACE = 5_000

/** Serves the built site. Rejects with EADDRINUSE when somebody has taken the port. */
export async function serve(settings: Settings): Promise<Server> {
  // Where Next asks for the page that an action leads to; by itself it would believe what a proxy or a client says of the protocol.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostOf(settings)}:${settings.PORT}`
  const app = next({ dev: false, dir: process.cwd(), port: settings.PORT })
  await quietly(() => app.prepare())
  const handle = app.getRequestHandler()
  const headers = securityHeaders({ https: settings.SITE_URL.startsWith('https:') })

  const excessOf = limitByAddress(settings)

  const server = createServer((req, res) => {
    tellAddress(req, settings)
    const refusal = refusalOf(req) ?? excessOf(req)
    if (!refusal && answerFromKept(req, res)) return
    finishResponse(req, res, headers)
    if (refusal) return answer(res, refusal.status, refusal.text, refusal.headers)
    // A HEAD is answered as the GET would be; Node itself leaves the body out. So both have the same headers.
    if (req.method === 'HEAD') req.method = 'GET'
    recordVersion.atRequest
      .run(currentVersion(), () => handle(req, res))
      .catch((error: unknown) => {
        console.error(error)
        if (!res.headersSent) answer(res, 500, 'This page could not be made. The fault is ours.', {})
        else res.destroy()
      })
  })
  server.on('upgrade', (_req, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'),
  )
  // Longer than the 60 s of the usual proxy in front, which must be the one to hang up.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 20_000
  server.requestTimeout = 30_000
  await listen(server, settings)
  return {
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      const force = setTimeout(() => server.closeAllConnections(), GRACE)
      await closed
      clearTimeout(force)
      await app.close()
    },
  }
}

/** Serves with hot reload, for developers: as Next does it, without our headers, which hot reload would break. */
export async function serveDevelopment(settings: Settings): Promise<Server> {
  const server = createServer()
  const app = next({ dev: true, dir: process.cwd(), port: settings.PORT, hostname: 'localhost', httpServer: server })
  await app.prepare()
  const handle = app.getRequestHandler()
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    tellAddress(req, settings)
    void handle(req, res)
  })
  await listen(server, settings)
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
      await app.close()
    },
  }
}

const hostOf = ({ HOST = '127.0.0.1' }: Settings): string => (HOST.includes(':') ? `[${HOST}]` : HOST)

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

function listen(server: ReturnType<typeof createServer>, { PORT, HOST }: Settings): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen({ port: PORT, host: HOST }, () => {
      server.off('error', fail)
      done()
    })
  })
}

function answer(res: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
  res.end(`${text}\n`)
}
