import { DomainError } from '@/lib/domain/error'
import type { Actor } from './actor'
import type { SignedIn } from './signed-in'

/** The actor of somebody signed in; refused while their role needs a second factor that they do not have. */
export function requireEnrolled(me: SignedIn): Actor {
  if (!me.actor)
    throw new DomainError('FORBIDDEN', `As ${me.role} you need a second factor first. Set it up under Account.`)
  return me.actor
}
