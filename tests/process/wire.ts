// Requests as they go over the wire, and answers as they come: nothing is followed, normalised or made well-formed.
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Asked = { method: string; path: string; headers: Record<string, string>; body?: string | undefined }
export type Answered = { status: number; headers: Record<string, unknown>; body: string }

const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const PATIENCE = 60_000

/** One request over a connection that is kept. */
export function send(port: number, { method, path, headers, body }: Asked): Promise<Answered> {
  return new Promise((done, fail) => {
    const options = { agent, host: '127.0.0.1', port, method, path, headers, timeout: PATIENCE }
    const sent = request(options, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk) => chunks.push(chunk))
      res.on('error', fail)
      res.on('end', () =>
        done({
          status: res.statusCode ?? 0,
          headers: res.headers,
          body: decoded(Buffer.concat(chunks), res.headers['content-encoding']),
        }),
      )
    })
    sent.on('timeout', () =>
      sent.destroy(new Error(`No answer within ${PATIENCE} ms to ${method} ${path} ${JSON.stringify(headers)}`)),
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Bytes of any kind over a connection of their own; everything that comes back until it closes. Status 0: nothing came. */
export function sendRaw(port: number, bytes: string): Promise<Answered> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(Buffer.from(bytes, 'latin1')))
    socket.setTimeout(PATIENCE, () =>
      socket.destroy(new Error(`Still open after ${PATIENCE} ms: ${JSON.stringify(bytes)}`)),
    )
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that refuses may hang up before it has read everything.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') fail(error)
    })
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString()
      done({ status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), headers: {}, body: text })
    })
  })
}

function decoded(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0) return ''
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}
