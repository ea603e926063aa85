import { needsSecondFactor, type Role } from './roles'

/** However busy: a session ends, and a new sign-in is needed. */
export const ABSOLUTE_LIFETIME_S = 12 * 60 * 60

/** How long a session may lie idle. Who can publish, or let people in, leaves less behind at an unlocked desk. */
export const idleLimitOf = (role: Role): number => (needsSecondFactor(role) ? 30 : 4 * 60) * 60_000
