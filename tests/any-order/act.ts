// One thing that somebody does in a history: what the model expects of it, how it is asked of the domain, and what follows.
import type fc from 'fast-check'
import { expect } from 'vitest'
import type { Actor } from '@/lib/domain/account/actor'
import type { Cast, Name } from './cast'
import { holdRules, type Watch } from './honesty'
import type { Code, Model } from './model'

export type Real = { cast: Cast; watch: Watch }

export type Plan<Result> = {
  by: Name
  expected: Code
  ask: (actor: Actor) => Promise<Result>
  /** What is otherwise afterwards, in the model. */
  follows?: (result: Result, real: Real) => void | Promise<void>
  /** false where nothing is written, or a draft alone. */
  leavesTrace?: boolean
}

/** Numbers out of which each thing chooses who does it and what to. */
export type Draw = {
  by: number
  at: number
  detail: number
  /** Somebody who may do it, rather than anybody. */
  fitting: boolean
  stale: boolean
}

export type MakePlan = (model: Model, draw: Draw) => Plan<never> | null

export const act = (name: string, draw: Draw, plan: MakePlan): fc.AsyncCommand<Model, Real> => ({
  check: (model) => plan(model, draw) !== null,
  async run(model, real) {
    const { by, expected, ask, follows, leavesTrace = true } = plan(model, draw) as unknown as Plan<unknown>
    const { code, result } = await real.cast.attempt(by, ask)
    expect(code, `${name} by ${by}`).toBe(expected)
    if (code === 'ok') await follows?.(result, real)
    const done = `${name}: ${code === 'ok' ? 'done' : 'refused'}`
    model.tally.set(done, (model.tally.get(done) ?? 0) + 1)
    await holdRules(model, real.watch, { trace: code === 'ok' && leavesTrace })
  },
  toString: () => `${name}(${JSON.stringify(draw)})`,
})
