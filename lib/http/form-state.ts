import type { Fault } from '@/lib/domain/error'

/** What an action tells the form that called it. Never what was typed, least of all a password. */
export type FormState = {
  /** Goes up with every answer, so that a form hears the same answer twice. */
  turn: number
  /** Said above the form: what was refused. */
  problem: string | null
  /** Said beside the field of that name. */
  faults: readonly Fault[]
  /** Said when it worked. */
  done: string | null
  /** To be shown once: a link, recovery codes, the QR code of a secret. */
  shown: Shown | null
}

export type Shown =
  | { kind: 'link'; url: string }
  | { kind: 'token'; token: string }
  | { kind: 'codes'; codes: readonly string[] }
  | { kind: 'secret'; secret: string; uri: string; qr: { size: number; path: string } }

export const QUIET: FormState = { turn: 0, problem: null, faults: [], done: null, shown: null }
