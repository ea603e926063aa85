// The reference for pages: the least that Next can serve, one prerendered page of the same bytes, by `next start`.
import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { endWithUs } from '@/scripts/steps/closing'
import { freePort, until } from '@/tests/process/parley'
import { scratchFolder } from './ground'
import { bodyOf, pin } from './parley'

export type Bare = { url: (page: string) => string; stop: () => Promise<void> }

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
}

/** Builds and serves a page for each name, whose HTML is as long as the size asked for, give or take a hundred bytes. */
export async function serveBareNext(pages: Record<string, Buffer>, compress: boolean): Promise<Bare> {
  const folder = join(scratchFolder(), `bare-next-${compress ? 'gzip' : 'identity'}`)
  mkdirSync(join(folder, 'app'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const config = { compress, poweredByHeader: false, typescript: { ignoreBuildErrors: true }, turbopack: { root: '/' } }
  writeFileSync(join(folder, 'next.config.mjs'), `export default ${JSON.stringify(config)}\n`)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
  writeFileSync(
    join(folder, 'app/layout.jsx'),
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }\n',
  )
  for (const [name, html] of Object.entries(pages)) writePage(join(folder, 'app', name), html)
  await run(folder, ['build'])
  const port = await freePort()
  const child = spawn(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folder,
    env: ENV,
    stdio: 'ignore',
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await until(() => child.exitCode !== null || child.signalCode !== null)
  }
  endWithUs(child)
  const url = (page: string) => `http://127.0.0.1:${port}/${page}`
  await until(() => bodyOf(url(Object.keys(pages)[0] as string)).then(Boolean, () => false), 30_000)
  pin(child.pid as number, 0)
  return { url, stop }
}

/** The text of the page itself, so that it compresses alike. Next writes it twice, into the HTML and into its data, so half of it is given. */
function writePage(folder: string, html: Buffer): void {
  mkdirSync(folder, { recursive: true })
  const text = html.toString().replace(/[^\x20-\x7e]|["\\<>&]/g, '.')
  writeFileSync(join(folder, 'text.json'), JSON.stringify(text.slice(0, Math.max(0, html.length - 7_000) / 2)))
  writeFileSync(
    join(folder, 'page.jsx'),
    'import text from "./text.json"\nexport default function Page() { return <p>{text}</p> }\n',
  )
}

async function run(cwd: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [NEXT, ...args], { cwd, env: ENV, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0) throw new Error(`Building the bare page failed:\n${output}`)
}
