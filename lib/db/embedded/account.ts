import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The account that the server runs under: undefined is "as we are". PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number } | undefined

/**
 * As an ordinary user the server is simply ours. As root it is the account that already owns the data, else
 * "postgres" where the system has one (it exists for this), else "nobody".
 */
export function chooseAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readAccounts()
  const owner = ownerOf(dataFolder)
  if (owner && owner.uid !== 0)
    return accounts.find((one) => one.uid === owner.uid) ?? { name: `${owner.uid}`, ...owner }
  const named = (name: string) => accounts.find((one) => one.name === name)
  return named('postgres') ?? named('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
}

/** Whether the account can go into this folder. Asked of the system itself, so that access lists and mounts count too. */
export function canEnter(account: Account, folder: string): boolean {
  if (!account) return true
  const { uid, gid } = account
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

function readAccounts() {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  } catch {
    return []
  }
}

function ownerOf(folder: string) {
  try {
    const { uid, gid } = statSync(folder)
    return { uid, gid }
  } catch {
    return null
  }
}
