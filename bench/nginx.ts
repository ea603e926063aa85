// nginx with the configuration that ships, on ports and in a folder of this run, and beside it some files to compare with.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { OperatorError } from '@/lib/operator-error'
import { endWithUs } from '@/scripts/steps/closing'
import { freePort, until } from '@/tests/process/parley'
import { scratchFolder } from './ground'
import { pin } from './parley'

export const CONFIG = 'deploy/nginx.conf'
const NAME = 'parley.example.org'

/** Serves the app, and each file compressed under /as-file/ by its name; one worker, on the first core. */
export async function startNginx(app: number, files: Record<string, Buffer>) {
  if (!existsSync(CONFIG)) throw new OperatorError(`There is no ${CONFIG} to measure.`)
  const folder = join(scratchFolder(), 'nginx')
  const at = (name: string) => join(folder, name)
  mkdirSync(at('as-file'), { recursive: true })
  for (const one of [scratchFolder(), folder]) chmodSync(one, 0o755) // as root its worker has another account
  for (const [name, html] of Object.entries(files))
    writeFileSync(at(join('as-file', name)), gzipSync(html, { level: 6 }))
  certify(at)
  const [http, https, hop] = [await freePort(), await freePort(), await freePort()]
  const asFile = `location /as-file/ { root ${folder}; default_type "text/html; charset=utf-8"; add_header Content-Encoding gzip; }`
  const changes: [RegExp, string][] = [
    [/ {2}server 127\.0\.0\.1:3000(.*)\n {2}server 127\.0\.0\.1:3001.*\n/, `  server 127.0.0.1:${app}$1\n`],
    [/ {2}listen \[::\].*\n/g, ''],
    // Asked by its number, which the site's own server must answer.
    [/ {2}listen 443 ssl default_server;\n/, ''],
    [/ {2}ssl_reject_handshake on;\n/, ''],
    [/listen 80/g, `listen 127.0.0.1:${http}`],
    [/listen 443/g, `listen 127.0.0.1:${https}`],
    [/127\.0\.0\.1:8390/g, `127.0.0.1:${hop}`],
    [/\/etc\/parley\/tls\/fullchain\.pem/, at('chain.pem')],
    [/\/etc\/parley\/tls\/privkey\.pem/, at('key.pem')],
    [/\/var\/cache\/nginx\/parley/, at('cache')],
    [/\/var\/log\/nginx\/parley\.log/, at('access.log')],
    [/ {2}location \/_next\/static\/ \{\n {4}if/, `  ${asFile}\n$&`],
  ]
  const shipped = readFileSync(CONFIG, 'utf8')
  const edited = changes.reduce((text, [what, by]) => {
    if (text.search(what) < 0)
      throw new OperatorError(`${CONFIG} has nothing like ${what} any more; bench/nginx.ts replaces it.`)
    return text.replace(what, by)
  }, shipped)
  writeFileSync(at('parley.conf'), edited)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at(name)};`)
  writeFileSync(
    at('nginx.conf'),
    `daemon off;\npid ${at('pid')};\nworker_processes 1;\nerror_log ${at('error.log')} notice;\nevents { worker_connections 2048; }\n` +
      `http {\n${temporary.join('\n')}\ninclude ${at('parley.conf')};\n}\n`,
  )
  writeFileSync(at('error.log'), '')
  const child = spawn('nginx', ['-e', at('error.log'), '-c', at('nginx.conf')], { stdio: 'ignore' })
  endWithUs(child)
  const errors = () => readFileSync(at('error.log'), 'utf8')
  await until(() => {
    if (child.exitCode !== null) throw new Error(`nginx does not start:\n${errors()}`)
    return errors().includes('start worker process')
  })
  for (const [, pid] of errors().matchAll(/start worker process (\d+)/g)) pin(Number(pid), 0)
  return {
    url: `https://127.0.0.1:${https}`,
    stop: async () => {
      child.kill('SIGQUIT')
      await until(() => child.exitCode !== null || child.signalCode !== null)
    },
  }
}

function certify(at: (name: string) => string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', at('key.pem')]
  const subject = ['-subj', `/CN=${NAME}`, '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...key, '-out', at('chain.pem'), ...subject], { stdio: 'ignore' })
}
