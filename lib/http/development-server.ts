import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import type { Settings } from '@/lib/settings'
import { tellAddress } from './client-address'
import { listen } from './listen'
import type { Server } from './server'

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
  await listen(server, settings.PORT, settings.HOST)
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
      await app.close()
    },
  }
}
