import { DomainError } from '@/lib/domain/error'
import { type Permission, type Role, roleMay } from './roles'

/** Who does something: a person who is signed in, as the session of this very request says. Never from input. */
export type Actor = {
  /** Lasting, and without meaning outside: what revisions, publications and audit rows name. */
  id: string
  name: string
  role: Role
}

/** The first line of every write and of every read of what is not published. */
export function allow(actor: Actor, permission: Permission): void {
  if (!roleMay(actor.role, permission))
    throw new DomainError('FORBIDDEN', `Your role (${actor.role}) does not include this: ${permission}.`)
}
