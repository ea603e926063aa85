import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureNginx } from './nginx-program'
import { freePort, until } from './parley'

// deploy/nginx.conf as it ships, on ports and in a folder of its own, for tests and measurements.
const NAME = 'parley.example.org'

export type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }
export type Asked = { method?: string; headers?: Record<string, string>; body?: string }
export type Nginx = Awaited<ReturnType<typeof startNginx>>

/** Replaces what an operator edits, and ports and folders. Each must be there: a replacement that hits nothing is a fault. */
export function edit(text: string, changes: [RegExp, string][]): string {
  return changes.reduce((edited, [what, by]) => {
    if (!what.test(edited)) throw new Error(`deploy/nginx.conf has nothing like ${what}.`)
    return edited.replace(what, by)
  }, text)
}

export async function startNginx(apps: number[], other: [RegExp, string][] = [], workers = 2) {
  const { nginx, openssl } = ensureNginx()
  const folder = mkdtempSync(join(tmpdir(), 'parley-nginx-'))
  chmodSync(folder, 0o755)
  const [http, https, hop] = [await freePort(), await freePort(), await freePort()]
  const at = (name: string) => join(folder, name)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', at('key.pem')]
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-days', '2']
  execFileSync(openssl, ['req', '-x509', ...key, '-out', at('chain.pem'), ...subject], { stdio: 'ignore' })

  const config = edit(readFileSync('deploy/nginx.conf', 'utf8'), [
    [
      / {2}server 127\.0\.0\.1:3000(.*)\n {2}server 127\.0\.0\.1:3001.*\n/,
      apps.map((port) => `  server 127.0.0.1:${port}$1\n`).join(''),
    ],
    [/ {2}listen \[::\].*\n/g, ''],
    [/listen 80/g, `listen 127.0.0.1:${http}`],
    [/listen 443/g, `listen 127.0.0.1:${https}`],
    [/127\.0\.0\.1:8390/g, `127.0.0.1:${hop}`],
    [/\/etc\/parley\/tls\/fullchain\.pem/, at('chain.pem')],
    [/\/etc\/parley\/tls\/privkey\.pem/, at('key.pem')],
    [/\/var\/cache\/nginx\/parley/, at('cache')],
    [/\/var\/log\/nginx\/parley\.log/, at('access.log')],
    ...other,
  ])
  writeFileSync(at('parley.conf'), config)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    at('nginx.conf'),
    `daemon off;\npid ${at('pid')};\nworker_processes ${workers};\nevents { worker_connections 2048; }\nhttp {\n` +
      `${temporary.map((name) => `${name}_temp_path ${at(name)};\n`).join('')}include ${at('parley.conf')};\n}\n`,
  )
  const errors = () => readFileSync(at('error.log'), 'utf8')
  writeFileSync(at('error.log'), '')
  const child: ChildProcess = spawn(
    nginx,
    ['-e', at('error.log'), '-c', at('nginx.conf'), '-g', `error_log ${at('error.log')} notice;`],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  )
  const exited = new Promise((done) => child.once('close', done))
  const ca = readFileSync(at('chain.pem'))
  await until(() => {
    if (child.exitCode !== null) throw new Error(`nginx does not start:\n${errors()}`)
    return errors().includes('start worker process')
  })

  /** A request as a reader sends it, by the name of the site; the answer as it is on the wire. */
  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
    new Promise((done, fail) => {
      const options = { host: '127.0.0.1', port: https, servername: NAME, ca, method, path, agent: false as const }
      const sent = request({ ...options, headers: { host: NAME, ...headers } }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk) => chunks.push(chunk))
        res.on('error', fail)
        res.on('end', () => done({ status: res.statusCode, headers: res.headers, body: Buffer.concat(chunks) }))
      })
      sent.on('error', fail).end(body)
    })

  return {
    ask,
    child,
    http,
    https,
    errors,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGQUIT')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const cacheOf = ({ headers }: Answer) => headers['x-cache']

/** Asks until the answer comes out of the cache; a second may end between two requests, and then it is asked again. */
export async function untilKept(nginx: Nginx, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  let answer: Answer | undefined
  await until(async () => {
    answer = await nginx.ask(path, { headers })
    return cacheOf(answer) === 'HIT'
  }, 60_000)
  return answer as Answer
}
