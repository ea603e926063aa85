import type { Fault } from './error'

/** What a form hears of a write: what came of it, or why nothing did, in words. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; message: string; faults: readonly Fault[] }
