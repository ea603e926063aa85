import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from './listen'
import type { Metrics } from './metrics'
import type { Server } from './server'

/** /metrics on a port of its own, which a proxy in front does not pass on: what happens inside is nobody else's matter. */
export async function serveMetrics(metrics: Metrics, port: number, host: string): Promise<Server> {
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const found = req.method === 'GET' && (req.url ?? '').split('?')[0] === '/metrics'
    const body = found ? await metrics.read() : 'Only GET /metrics is answered here.\n'
    res.writeHead(found ? 200 : 404, {
      'content-type': found ? metrics.type : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    res.end(body)
  }
  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await listen(server, port, host)
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
