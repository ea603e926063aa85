import { createServer } from 'node:net'
import { join } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import { tryLock } from '@/lib/process/lock'
import type { Settings } from '@/lib/settings'
import { atClose } from './closing'

/** Claims the port for this process, before anything slow is done: against a second start from this folder, and against other programs. */
export async function claimPort({ PORT, HOST, PARLEY_DATA }: Settings): Promise<void> {
  const url = `http://localhost:${PORT}`
  const claim = tryLock(join(PARLEY_DATA, 'ports', String(PORT)))
  if ('holder' in claim) {
    const state = (await isTaken(PORT, HOST)) ? 'is already running' : 'is already being started'
    throw new OperatorError(
      `Parley ${state} at ${url} (process ${claim.holder.pid}).\nTo run a second one: PORT=${PORT + 1} npm start`,
    )
  }
  atClose(claim.release)
  if (await isTaken(PORT, HOST)) throw portIsTaken(PORT)
}

export function portIsTaken(port: number): OperatorError {
  return new OperatorError(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)
}

/** `names` are those of the settings, for what is said about them. */
export async function isTaken(
  port: number,
  host: string | undefined,
  names = { port: 'PORT', host: 'HOST' },
): Promise<boolean> {
  const code = await new Promise<string | undefined>((done) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(undefined)))
  })
  if (code === 'EACCES')
    throw new OperatorError(
      `Port ${port} may only be used by root. Choose one above 1023: ${names.port}=${port + 3000} npm start`,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    throw new OperatorError(`${names.host}=${host} is not an address of this machine. Leave it out for the usual one.`)
  return code === 'EADDRINUSE'
}
