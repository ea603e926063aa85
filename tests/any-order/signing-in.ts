import type fc from 'fast-check'
import type { Draw, Real } from './act'
import { CAST } from './cast'
import { type Model, personOf } from './model'

/** Somebody comes back: only who is not disabled. */
export const signsIn = (draw: Draw): fc.AsyncCommand<Model, Real> => {
  const [name] = CAST[draw.at % CAST.length] as (typeof CAST)[number]
  return {
    check: (model) => !personOf(model, name).disabled,
    run: async (model, { cast }) => {
      await cast.signIn(name)
      personOf(model, name).signedIn = true
    },
    toString: () => `sign in(${name})`,
  }
}
