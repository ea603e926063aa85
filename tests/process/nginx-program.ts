// The real nginx, and openssl for its certificate: the system's, or installed now. Never none.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { OperatorError } from '@/lib/operator-error'

const PLACES = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']

function find(name: string): string | null {
  return PLACES.map((folder) => path.join(folder, name)).find(isExecutable) ?? null
}

/** The paths of both; as root on Debian they are installed where they are missing. Throws when there is none in the end. */
export function ensureNginx(): { nginx: string; openssl: string } {
  const both = () => {
    const [nginx, openssl] = [find('nginx'), find('openssl')]
    return nginx && openssl ? { nginx, openssl } : null
  }
  const found = both()
  if (found) return found
  const tried: string[] = []
  if (process.getuid?.() === 0 && process.platform === 'linux')
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'nginx', 'openssl']]) {
      console.log(`apt-get ${args.join(' ')}, to test deploy/nginx.conf with the real nginx`)
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      const { status, stderr, error } = spawnSync('apt-get', args, { env, encoding: 'utf8' })
      if (status !== 0) tried.push(`apt-get ${args[0]} failed: ${error?.message ?? stderr.trim()}`)
    }
  const installed = both()
  if (installed) return installed
  throw new OperatorError(
    `There is no nginx to test deploy/nginx.conf with.\n${tried.map((line) => `  ${line}\n`).join('')}` +
      'Install the packages nginx and openssl (apt-get install nginx openssl, or brew install nginx openssl).',
  )
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
