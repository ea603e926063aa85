import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '@/lib/domain/error'

/** argon2id with 46 MiB: 38.9 ms when it was measured (decision 0011). */
const COST = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

export const verifyPassword = ({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> =>
  verify(stored, password.normalize('NFKC'))

/** Two at a time: 92 MiB at most, and threads are left for everything else. */
const AT_ONCE = 2
/** Two and a half seconds' worth. Who comes later is told so at once. */
const LONGEST_LINE = 100

type Line = { working: number; known: (() => void)[]; others: (() => void)[] }

// On globalThis: every bundle of the server stands in one line.
const kept = globalThis as typeof globalThis & { parleyHashing?: Line }
kept.parleyHashing ??= { working: 0, known: [], others: [] }
const line = kept.parleyHashing

/** Waits for a turn at the work that hashes. Who signed in from this device before does not stand behind those who guess. */
export async function inTurn<T>(isKnown: boolean, work: () => Promise<T>): Promise<T> {
  if (line.working >= AT_ONCE) {
    const queue = isKnown ? line.known : line.others
    if (queue.length >= LONGEST_LINE)
      throw new DomainError('BUSY', 'Too many people sign in just now. Try again in a moment.')
    await new Promise<void>((go) => queue.push(go))
  } else line.working++
  try {
    return await work()
  } finally {
    const next = line.known.shift() ?? line.others.shift()
    if (next) next()
    else line.working--
  }
}
