import type { Server } from 'node:http'

/** Resolves when the server listens; rejects, with EADDRINUSE for one, when it cannot. */
export function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen({ port, host }, () => {
      server.off('error', fail)
      done()
    })
  })
}
