import dns from 'node:dns'
import type { LookupFunction } from 'node:net'

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveAll: Resolve = (host) => dns.promises.lookup(host, { all: true })

/** The address is on no network that a stranger may send us to. */
export class NotPublicError extends Error {
  readonly code = 'ENOTPUBLIC'
}

/**
 * The look-up for a connection: what it returns is what is connected to, so that a name cannot be looked at as one address and reached as another.
 * One address of a name that is not public, and the name is refused.
 */
export function guardedLookup(isPublic: (address: string) => boolean, resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const hidden = found.find(({ address }) => !isPublic(address))
        const [first] = found
        if (!first || hidden) return callback(new NotPublicError(`${host} is not a public address.`), '', 0)
        // The addresses that were looked at, and no others.
        if (options.all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}
