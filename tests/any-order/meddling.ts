// What somebody tries who has the app's own rights in the database and goes past the domain.
import type fc from 'fast-check'
import { expect } from 'vitest'
import type { Draw, Real } from './act'
import { holdRules } from './honesty'
import type { Model } from './model'

const here = (negotiation: string) => `(select id from negotiation where slug = '${negotiation}')`

const WAYS: readonly ((negotiation: string) => string)[] = [
  (of) => `insert into publication (negotiation_id, entry_id, revision_id, kind, published_by)
    select r.negotiation_id, r.entry_id, r.id, 'first', r.recorded_by from revision r where r.negotiation_id = ${here(of)} limit 1`,
  (of) => `update revision set summary = 'Never said.' where negotiation_id = ${here(of)}`,
  (of) => `delete from publication where negotiation_id = ${here(of)}`,
  (of) => `update entry set live_publication_id = null where negotiation_id = ${here(of)}`,
  (of) => `delete from entry where negotiation_id = ${here(of)}`,
  (of) =>
    `update source_text set text = 'Never written.' where source_id in (select source_id from negotiation_source where negotiation_id = ${here(of)})`,
  (of) => `update review set stage = 'approved' where negotiation_id = ${here(of)} and stage = 'in-review'`,
  () => 'truncate audit',
]

export const meddles = (draw: Draw): fc.AsyncCommand<Model, Real> => {
  const way = WAYS[draw.at % WAYS.length] as (typeof WAYS)[number]
  return {
    check: ({ reviews }) => reviews.some(({ stage }) => stage === 'in-review'),
    run: async (model, { watch }) => {
      await expect(watch.database.query(way(model.negotiation)), way(model.negotiation)).rejects.toThrow()
      await holdRules(model, watch, { trace: false })
    },
    toString: () => `meddle(${draw.at % WAYS.length})`,
  }
}
