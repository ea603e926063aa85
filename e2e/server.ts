// Before the first browser test: the production server on a free port, on a database of its own that holds the data that ship.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { whenTerminated } from '@/tests/ending'
import { makeScratch } from '@/tests/scratch'
import { ADDRESS, DATA, FIRST_ADMIN } from './server-address'

const LOG = 'test-results/server.log'
const LINK = /\/desk\/accept\/[\w-]{43}\b/

export default async function startServer(): Promise<() => Promise<void>> {
  const scratch = makeScratch('e2e')
  const port = await freePort()
  let output = ''
  // A session of its own, so that Ctrl-C reaches it through us. Empty settings keep those of a developer's .env out.
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PARLEY_DATA: scratch.folder,
      ...{
        SITE_URL: '',
        DATABASE_URL: '',
        DATABASE_APP_URL: '',
        DATABASE_PUBLIC_URL: '',
        AUTH_SECRET: '',
        SMTP_URL: '',
      },
    },
  })
  const stop = async () => {
    forget()
    await ended(child)
    scratch.remove()
    mkdirSync('test-results', { recursive: true })
    writeFileSync(LOG, output)
  }
  const forget = whenTerminated(stop, () => child.kill('SIGTERM'))
  const ready = new Promise<void>((done, fail) => {
    const hear = (data: Buffer) => {
      output += data
      // The last of what a start says: the link for the first admin.
      if (LINK.test(output)) done()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`The server did not start (${code}). It said:\n${output}`)))
  })
  try {
    await ready
  } catch (error) {
    await stop()
    throw error
  }
  process.env[ADDRESS] = `http://localhost:${port}`
  process.env[DATA] = scratch.folder
  process.env[FIRST_ADMIN] = LINK.exec(output)?.[0]
  return stop
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
