/** One thing that is wrong with what was asked: where, and what would be right. */
export type Fault = { at: string; text: string }

/** CONFLICT: somebody else was first. FORBIDDEN: the role does not include it. SIGNED_OUT: nobody, or not yet, signed in. BUSY: too often, or too much at once. */
export type ErrorCode = 'INVALID' | 'NOT_FOUND' | 'GONE' | 'CONFLICT' | 'FORBIDDEN' | 'SIGNED_OUT' | 'BUSY'

/** What the domain refuses. Only the two edges, lib/http/route.ts and lib/http/action.ts, turn it into a status or words on a page. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message)
    this.name = 'DomainError'
  }
}
