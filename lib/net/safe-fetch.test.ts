// What the guard lets through and what it stops, by counting where sockets really go. Nothing here leaves this machine.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hiddenAddresses, hostSpellings, PUBLIC_ADDRESSES } from '@/tests/made/hidden-addresses'
import { isPublicAddress } from './public-address'
import { FetchFailure, type Guard, safeFetch } from './safe-fetch'

const SITE = 'https://parley.example'
const LOOPBACK = '127.0.0.1'
let attempts: string[] = []
const onSocket = (message: unknown) => {
  const { socket } = message as { socket: Socket }
  socket.on('connectionAttempt', (address: string) => attempts.push(address))
}
const server: Server = createServer((req, res) => answer(req, res))
/** What arrived at the server that listens on loopback. */
let connections = 0
server.on('connection', () => connections++)
let answer: RequestListener
let port: number

beforeAll(async () => {
  subscribe('net.client.socket', onSocket)
  await new Promise<void>((done) => server.listen(0, LOOPBACK, done))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  answer = (_, res) => res.end('reached')
})
afterEach(() => {
  attempts = []
  connections = 0
})
afterAll(() => {
  unsubscribe('net.client.socket', onSocket)
  server.closeAllConnections()
  server.close()
})

/** A guard that takes this one loopback address for a public one; everything else is as it is in earnest. */
const publisher = (change: Partial<Guard> = {}): Partial<Guard> => ({
  isPublic: (address) => address === LOOPBACK || isPublicAddress(address),
  mayConnect: () => true,
  resolve: async () => [{ address: LOOPBACK, family: 4 }],
  ...change,
})
const get = (change: Partial<Guard> = {}, path = '/') =>
  safeFetch(`http://publisher.test:${port}${path}`, SITE, publisher(change))

describe('addresses that are not public', () => {
  const literal = hostSpellings()
  test('more than 300 are tried, each another one', () => {
    const tried = [...literal, ...hiddenAddresses().map((address) => `name for ${address}`)]
    expect(tried.length).toBeGreaterThan(300)
    expect(new Set(tried).size).toBe(tried.length)
  })

  test.each(literal)('http://%s is not connected to', async (host) => {
    await expect(safeFetch(`http://${host}:${port}/`, SITE, { mayConnect: () => true })).rejects.toThrow(FetchFailure)
    expect({ attempts, connections }).toEqual({ attempts: [], connections: 0 })
  })

  test.each(hiddenAddresses())(
    'a name that stands for %s is not connected to, also not beside a public address',
    async (address) => {
      const family = address.includes(':') ? 6 : 4
      const hidden = { address, family }
      const shown = { address: PUBLIC_ADDRESSES[0] as string, family: 4 }
      for (const found of [[hidden], [shown, hidden], [hidden, shown]])
        await expect(safeFetch('https://name.test/', SITE, { resolve: async () => found })).rejects.toThrow(
          'not on the public',
        )
      expect({ attempts, connections }).toEqual({ attempts: [], connections: 0 })
    },
  )

  test.each(PUBLIC_ADDRESSES)('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('redirects', () => {
  test.each(hostSpellings().filter((host) => host !== LOOPBACK && new URL(`http://${host}`).hostname !== LOOPBACK))(
    'one to http://%s is not followed',
    async (host) => {
      const location = Buffer.from(`http://${host}:${port}/`).toString('latin1') // a header holds bytes
      answer = (_, res) => res.writeHead(302, { location }).end()
      const resolve = async (name: string) => [
        name === 'publisher.test' ? { address: LOOPBACK, family: 4 } : { address: '127.0.0.9', family: 4 },
      ]
      await expect(get({ resolve })).rejects.toThrow(FetchFailure)
      // One: the server that sends on.
      expect({ attempts, connections }).toEqual({ attempts: [LOOPBACK], connections: 1 })
    },
  )

  test.each([
    'file:///etc/passwd',
    'ftp://publisher.test/',
    'gopher://publisher.test/',
    'data:text/html,x',
    'http://user:secret@publisher.test/',
  ])('one to %s is not followed', async (location) => {
    answer = (_, res) => res.writeHead(301, { location }).end()
    await expect(get()).rejects.toThrow(FetchFailure)
    expect(attempts).toEqual([LOOPBACK])
  })

  test('three are followed, a fourth is not, and the last address is told', async () => {
    answer = (req, res) => {
      const left = Number(new URL(req.url ?? '', 'http://x').searchParams.get('left'))
      if (left === 0) res.setHeader('content-type', 'text/plain').end('here')
      else res.writeHead(307, { location: `?left=${left - 1}` }).end()
    }
    expect(await get({}, '/a?left=3')).toMatchObject({
      url: `http://publisher.test:${port}/a?left=0`,
      contentType: 'text/plain',
    })
    await expect(get({}, '/a?left=4')).rejects.toThrow('without end')
  })

  test('a port that is not for the web is refused', async () => {
    answer = (_, res) => res.writeHead(302, { location: 'http://publisher.test:22/' }).end()
    await expect(get({ mayConnect: (to) => to === port })).rejects.toThrow('Port 22')
    await expect(safeFetch(`http://publisher.test:${port}/`, SITE)).rejects.toThrow(`Port ${port}`)
  })
})

describe('a name that changes what it stands for', () => {
  test('between a first look and the connection: what the connection gets is what is looked at', async () => {
    let looks = 0
    const resolve = async () => [{ address: looks++ === 0 ? LOOPBACK : '127.0.0.9', family: 4 }]
    answer = (_, res) => res.writeHead(302, { location: '/again', connection: 'close' }).end()
    await expect(get({ resolve })).rejects.toThrow('not on the public')
    expect(looks).toBe(2)
    expect(attempts).toEqual([LOOPBACK])
  })

  test('looked at once for each connection, and connected to that', async () => {
    let looks = 0
    const resolve = async () => [{ address: looks++ === 0 ? LOOPBACK : '127.0.0.9', family: 4 }]
    expect((await get({ resolve })).bytes.toString()).toBe('reached')
    expect(looks).toBe(1)
  })
})

describe('limits', () => {
  test('a page is fetched without cookies, under our name, through no proxy', async () => {
    const environment = { ...process.env }
    Object.assign(process.env, {
      HTTP_PROXY: 'http://127.0.0.9:1',
      http_proxy: 'http://127.0.0.9:1',
      ALL_PROXY: 'http://127.0.0.9:1',
    })
    const seen: Record<string, unknown>[] = []
    answer = (req, res) => {
      seen.push(req.headers)
      if (req.url === '/') res.writeHead(302, { location: '/next', 'set-cookie': 'a=b' }).end()
      else res.end('reached')
    }
    await get()
    process.env = environment
    expect(seen).toHaveLength(2)
    for (const headers of seen) {
      expect(headers['user-agent']).toContain(`Parley (${SITE}`)
      for (const name of ['cookie', 'authorization', 'referer']) expect(headers).not.toHaveProperty(name)
    }
  })

  test.each([
    ['plain', (body: Buffer) => [body, {}] as const],
    ['packed', (body: Buffer) => [gzipSync(body), { 'content-encoding': 'gzip' }] as const],
  ])('more than 5 MB is not read, %s', async (_, wrap) => {
    answer = (_, res) => {
      const [body, headers] = wrap(Buffer.alloc(5_000_001, 'a'))
      res.writeHead(200, headers).end(body)
    }
    await expect(get()).rejects.toThrow('larger than 5 MB')
    answer = (_, res) => {
      const [body, headers] = wrap(Buffer.alloc(5_000_000, 'a'))
      res.writeHead(200, headers).end(body)
    }
    expect((await get()).bytes.length).toBe(5_000_000)
  })

  test.each([
    ['before the first byte', () => {}],
    ['in the middle', (res: Parameters<RequestListener>[1]) => res.write('a')],
  ])('a server that goes silent %s is given up', async (_, begin) => {
    answer = (_, res) => void begin(res)
    await expect(get({ longestMs: 200 })).rejects.toThrow('too long')
  })

  test.each([404, 500])('an answer %d is told, not stored', async (status) => {
    answer = (_, res) => res.writeHead(status).end('no')
    await expect(get()).rejects.toThrow(String(status))
  })

  test('what is packed twice, or in a way not known, is not unpacked', async () => {
    for (const encoding of ['gzip, gzip', 'strange']) {
      answer = (_, res) => res.writeHead(200, { 'content-encoding': encoding }).end(gzipSync(gzipSync('a')))
      await expect(get()).rejects.toThrow(FetchFailure)
    }
  })
})
