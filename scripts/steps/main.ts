import { existsSync } from 'node:fs'
import { followRecord } from '@/lib/http/record-version'
import type { Server } from '@/lib/http/server'
import { OperatorError } from '@/lib/operator-error'
import { describeSettings, readSettings, type Settings } from '@/lib/settings'
import { ensureClient } from './client'
import { atClose, close, closeOnSignals, isClosing, nowServing } from './closing'
import { ensureDatabase } from './database'
import { showFirstAdminLink } from './first-admin'
import { claimPort, portIsTaken } from './port'
import { printFailure, step } from './progress'

/**
 * What npm start and npm run dev have in common: settings, port, client, database, then `serveSite`, then the address.
 * What can go wrong for a reason of the operator's comes before what takes long.
 */
export async function runParley(
  command: string,
  prepare: (url: string) => Promise<void>,
  serveSite: (settings: Settings) => Promise<Server>,
): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(
      `${command}\n\nSettings, from the environment or the file .env; none is needed:\n\n${describeSettings()}`,
    )
    return
  }
  closeOnSignals()
  try {
    checkNode()
    if (existsSync('.env')) process.loadEnvFile('.env')
    const settings = readSettings()
    const url = `http://localhost:${settings.PORT}`
    await claimPort(settings)
    await ensureClient()
    const database = await ensureDatabase(settings)
    await prepare(url)
    await step('Server', async (_say, result) => {
      const record = followRecord(database, database.revive, (text) => console.log(`  ${text}`))
      atClose(record.stop)
      const server = await serveSite(settings)
      atClose(server.close)
      result(`listens on port ${settings.PORT}`)
    })
    nowServing()
    console.log(`\n  Parley is at ${url}  (ready in ${process.uptime().toFixed(1)} s; Ctrl-C stops it)\n`)
    await showFirstAdminLink(database, settings)
  } catch (error) {
    if (isClosing()) return // a signal came first; what broke because of it is no news
    printFailure(
      (error as { code?: string }).code === 'EADDRINUSE' ? portIsTaken(Number(process.env.PORT || 3000)) : error,
    )
    await close(1)
  }
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new OperatorError(`This is Node ${process.versions.node}; Parley needs 20.19 or newer (https://nodejs.org).`)
}
