// What a link of the chain is a hash of. The database says the same in SQL when it makes one (prisma/migrations, hash_chain); here it is
// said once more, from the rows, so that the one is checked by the other.
import { hash } from 'node:crypto'
import { type Canonical, canonical } from './canonical'

export type Hash = string

/** What stands for a link before the first one. */
export const GENESIS: Hash = '0'.repeat(64)

export const hashOf = (text: string): Hash => hash('sha256', text)

export const hashOfPayload = (payload: Canonical): Hash => hashOf(canonical(payload))

/** A link rests on the one before it: nothing in between can be changed, put in or taken out without changing every later hash. */
export const hashOfLink = (number: number, payload: Hash, previous: Hash): Hash =>
  hashOf(canonical({ number, payload, previous }))
