// What a newsroom installs, held against what it speaks of: there is no container engine and no systemd where the tests run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { describeSettings } from '@/lib/settings'

const read = (file: string) => readFileSync(file, 'utf8')

type Service = {
  environment?: Record<string, string | number>
  volumes?: string[]
  networks: string[]
  ports?: string[]
  command?: string[]
  build?: { context: string; dockerfile: string }
  healthcheck?: { test: string[] }
  depends_on?: Record<string, unknown>
}
type Compose = { services: Record<string, Service>; volumes: Record<string, null>; networks: Record<string, unknown> }
const compose = parse(read('deploy/compose.yaml')) as Compose
const { database, app, nginx } = compose.services as Record<'database' | 'app' | 'nginx', Service>
const unit = read('deploy/parley.service')
const containerfile = read('deploy/Containerfile')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const SETTINGS = new Set([
  ...[...describeSettings().matchAll(/^([A-Z_]+)$/gm)].map(([, name]) => name),
  ...['METRICS_PORT', 'METRICS_HOST', 'LOG_FORMAT'], // of the health endpoints and the log
  ...['NODE_ENV', 'NEXT_TELEMETRY_DISABLED', 'MALLOC_ARENA_MAX'], // of Node, of Next and of the C library
])

test('every setting that is given is one', () => {
  const inImage = [...(/^ENV (.*)$/m.exec(containerfile)?.[1] ?? '').matchAll(/([A-Z_]+)=/g)]
  const inUnit = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) => [
    ...line.matchAll(/([A-Z_]+)=/g),
  ])
  const given = [...Object.keys(app.environment ?? {}), ...[...inImage, ...inUnit].map(([, name]) => name)]
  expect(given.length).toBeGreaterThan(10)
  expect(given.filter((name) => !SETTINGS.has(name))).toEqual([])
})

test('compose: services, networks and volumes are those that it defines, files those that are there', () => {
  for (const service of Object.values(compose.services)) {
    for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name)
    for (const name of service.networks) expect(Object.keys(compose.networks)).toContain(name)
    for (const [from = ''] of (service.volumes ?? []).map((volume) => volume.split(':')))
      if (!from.startsWith('./')) expect(Object.keys(compose.volumes)).toContain(from)
      else if (from !== './tls') expect(existsSync(join('deploy', from)), from).toBe(true) // the operator's certificate
  }
  expect(app.build).toEqual({ context: '..', dockerfile: 'deploy/Containerfile' })
  expect(database.networks).toEqual(['inside'])
  expect(compose.networks.inside).toEqual({ internal: true })
  expect(Object.entries(compose.services).filter(([, { ports }]) => ports)).toEqual([['nginx', nginx]])
})

test('compose: no password has a default, and what must be filled in is said in env.example', () => {
  const asked = new Set(
    [...read('deploy/compose.yaml').matchAll(/(?<!\$)\$\{(\w+)(.*?)\}/g)].map(([, name, rest]) => `${name}${rest}`),
  )
  for (const one of asked) expect(one).toMatch(/^\w+:\?is missing in deploy\/\.env$/)
  const example = [...read('deploy/env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => ({ name, value }))
  expect(example.map(({ name }) => name).sort()).toEqual([...asked].map((one) => one.split(':')[0]).sort())
  expect(example.filter(({ name }) => name?.includes('PASSWORD')).map(({ value }) => value)).toEqual(['', ''])
  expect(read('.gitignore')).toContain('\n/deploy/.env\n')
  expect(read('.dockerignore')).toContain('\ndeploy/.env\n')
})

test('compose: its edits of nginx.conf are the ones that the file asks for', () => {
  const [shell, flag, command = ''] = nginx.command ?? []
  expect([shell, flag]).toEqual(['/bin/sh', '-c'])
  const script = command
    .replaceAll('$$', '$')
    .replace('/etc/parley/nginx.conf', 'deploy/nginx.conf')
    .replace(/ > .*/, '')
  const { stdout, status } = spawnSync('/bin/sh', ['-c', script], {
    encoding: 'utf8',
    env: { SITE_NAME: 'news.example.net', NODE_ENV: 'test' },
  })
  expect(status).toBe(0)
  expect(stdout).not.toMatch(/parley\.example\.org|127\.0\.0\.1:300|parley\.log/)
  expect(stdout.match(/server_name news\.example\.net;/g)).toHaveLength(2)
  expect(stdout.match(/server app:3000 max_fails/g)).toHaveLength(1)
  expect(read('deploy/nginx.conf').match(/EDIT/g)).toHaveLength(5)
  for (const [, folder] of stdout.matchAll(/ssl_certificate(?:_key)? (.*)\/\w+\.pem/g))
    expect(nginx.volumes).toContain(`./tls:${folder}:ro`)
})

/** Without it the C library keeps a heap for every thread, and gives little of it back: 139 MB in ten minutes (docs/operations.md). */
const MEMORY = 'MALLOC_ARENA_MAX=2'

test('the image: what it copies and runs is there, and one port is meant throughout', () => {
  for (const [, files = ''] of containerfile.matchAll(/^COPY (?!--from)(.*) \.\/?$/gm))
    for (const file of files.split(' ')) expect(existsSync(file), file).toBe(true)
  for (const [, name = ''] of containerfile.matchAll(/npm run (\w+)/g)) expect(Object.keys(scripts)).toContain(name)
  const start = JSON.parse(/^CMD (.*)$/m.exec(containerfile)?.[1] ?? '[]') as string[]
  expect(`${MEMORY} exec ${start.join(' ')}`).toBe(scripts.start)
  expect(containerfile).toMatch(new RegExp(`^ENV .*\\b${MEMORY}$`, 'm'))
  const port = /PORT=(\d+)/.exec(containerfile)?.[1]
  expect(containerfile).toContain(`EXPOSE ${port}`)
  expect(nginx.command?.[2]).toContain(`app:${port} `)
  expect(containerfile.lastIndexOf('USER node')).toBeGreaterThan(containerfile.lastIndexOf('FROM'))
  // What the image leaves out must not be what a build is made from.
  for (const name of [
    'app',
    'components',
    'lib',
    'public',
    'prisma',
    'scripts',
    'data',
    'package-lock.json',
    'tsconfig.json',
  ])
    expect(read('.dockerignore').split('\n')).not.toContain(name)
})

test('the unit starts what npm start does, waits longer than the app, and forbids no code made at run time', () => {
  expect(unit).toContain(`ExecStart=${scripts.start?.replace(`${MEMORY} exec node`, '/usr/bin/node')}`)
  expect(unit).toContain(`Environment=${MEMORY}\n`)
  const patience = Number(/PATIENCE = ([\d_]+)/.exec(read('scripts/steps/closing.ts'))?.[1]?.replace('_', '')) / 1000
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(patience)
  for (const service of [app, database]) expect(service).toMatchObject({ stop_grace_period: '60s' })
  expect(unit).not.toMatch(/^MemoryDenyWriteExecute=yes/m)
  expect(unit).toMatch(/^PARLEY_DATA|PARLEY_DATA=\/var\/lib\/parley$/m)
  expect(unit).toContain('StateDirectory=parley')
})

test('docs/operations.md: every command, file and setting in it is there', () => {
  const text = read('docs/operations.md')
  const commands = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name)
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.filter((name) => !scripts[name as string])).toEqual([])
  for (const [, file = ''] of text.matchAll(/`?(deploy\/(?!tls|\.env)[\w.-]+\w)/g))
    expect(existsSync(file), file).toBe(true)
  for (const [, file = ''] of text.matchAll(/\]\(([^)#:]+)\)/g)) expect(existsSync(join('docs', file)), file).toBe(true)
  const named = [...text.matchAll(/`([A-Z]+_[A-Z_]+)[`=]/g)].map(([, name]) => name as string)
  const elsewhere = ['POSTGRES_PASSWORD', 'PARLEY_PASSWORD', 'SITE_NAME']
  expect(named.filter((name) => !SETTINGS.has(name) && !elsewhere.includes(name))).toEqual([])
})
