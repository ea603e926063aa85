// Many publications taken back in one step: what one person approved since the history began, proposed by one and decided by another.
import { expect } from 'vitest'
import { appClient } from '@/lib/db/client'
import { approveUndo } from '@/lib/domain/undo/approve-undo'
import type { Scope } from '@/lib/domain/undo/kinds'
import { proposeUndo } from '@/lib/domain/undo/propose-undo'
import { previewUndo } from '@/lib/domain/undo/queries'
import { rejectUndo } from '@/lib/domain/undo/reject-undo'
import { retractUndo } from '@/lib/domain/undo/retract-undo'
import { rewordDemand } from '@/lib/domain/wording/reword-demand'
import type { Draw, MakePlan } from './act'
import { CAST, type Name } from './cast'
import { remember } from './honesty'
import {
  barredFrom,
  DECIDES,
  entryOf,
  type Model,
  openReviewOf,
  type Published,
  personOf,
  publish,
  type UndoState,
} from './model'
import { asPlan, chooseActor } from './writing'

const PEOPLE = CAST.flatMap(([name, role]): Name[] => (role ? [name] : []))

/** What would come of it now: of each entry whose last publication was approved by this person, what readers saw before. */
function linesOf(model: Model, of: Name, upTo = Number.POSITIVE_INFINITY): UndoState['lines'] {
  const isInside = ({ by, at }: Published) => by === of && at <= upTo
  return model.entries.flatMap((entry) => {
    const last = entry.publications.at(-1)
    if (!last || !isInside(last)) return []
    const place = entry.publications.findLastIndex((one) => !isInside(one))
    const before = entry.publications[place]
    const revisionOf = (one: Published | undefined) => (one && one.kind !== 'withdrawal' ? one.revision : null)
    const [seen, back] = [revisionOf(last), revisionOf(before)]
    if (seen === back) return []
    return [{ entry: entry.id, last: entry.publications.length - 1, back: back === null ? null : place }]
  })
}

const NOT_PREVIEWED = '0'.repeat(64)

export const proposesUndo: MakePlan = (model, draw) => {
  const wanted = draw.fitting ? PEOPLE.filter((name) => linesOf(model, name).length > 0) : []
  const list = wanted.length > 0 ? wanted : PEOPLE
  const of = list[draw.at % list.length] as Name
  const by = chooseActor(model, draw, DECIDES)
  const lines = linesOf(model, of)
  const reason = `All that was approved by one, on day ${draw.detail}`
  const scope: Scope = { kind: 'approved', person: personOf(model, of).id, from: model.begunAt, to: null }
  return asPlan({
    by,
    expected: barredFrom(model, by, DECIDES) ?? (lines.length === 0 || draw.stale ? 'CONFLICT' : 'ok'),
    ask: async (actor) => {
      const preview = await previewUndo(actor, scope)
      return proposeUndo(actor, { scope, reason, fingerprint: draw.stale ? NOT_PREVIEWED : preview.fingerprint })
    },
    follows: ({ undo: id }) => {
      model.undos.push({ id, of, upTo: model.publications, by, reason, lines, version: 1, stage: 'proposed' })
    },
  })
}

function chooseUndo(model: Model, { at, fitting }: Draw): UndoState | null {
  const open = fitting ? model.undos.filter(({ stage }) => stage === 'proposed') : []
  const list = open.length > 0 ? open : model.undos
  return list[at % list.length] ?? null
}

export const approvesUndo: MakePlan = (model, draw) => {
  const undo = chooseUndo(model, draw)
  if (!undo) return null
  const by = chooseActor(model, draw, DECIDES, undo.by)
  const version = undo.version + (draw.stale ? 1 : 0)
  const now = linesOf(model, undo.of, undo.upTo)
  const wrote = undo.lines.some(({ entry: id, back }) => {
    const entry = entryOf(model, id)
    const revision = back === null ? null : entry.publications[back]?.revision
    return revision ? entry.revisions[revision - 1]?.author === by : false
  })
  const late = undo.stage !== 'proposed' || draw.stale ? 'CONFLICT' : null
  const differs = JSON.stringify(now) !== JSON.stringify(undo.lines) ? 'CONFLICT' : null
  return asPlan({
    by,
    expected:
      barredFrom(model, by, DECIDES) ??
      late ??
      (undo.by === by ? 'FORBIDDEN' : null) ??
      differs ??
      (wrote ? 'FORBIDDEN' : 'ok'),
    ask: (actor) => approveUndo(actor, { undo: undo.id, version }),
    follows: async (_, { watch }) => {
      Object.assign(undo, { version: undo.version + 1, stage: 'done' })
      for (const { entry: id, last, back } of undo.lines) {
        const entry = entryOf(model, id)
        const revision = entry.publications[back ?? last]?.revision as number
        publish(model, entry, { kind: back === null ? 'withdrawal' : 'correction', revision, reason: undo.reason, by })
        entry.version++
        const review = openReviewOf(model, entry.id)
        if (review) review.version++
        if (back !== null && !review) entry.current = revision
      }
      await remember(model, watch)
    },
  })
}

const ends = (
  stage: 'rejected' | 'retracted',
  may: (undo: UndoState, by: Name) => boolean,
  ask: (at: { undo: number; version: number }) => Parameters<typeof asPlan>[0]['ask'],
): MakePlan => {
  return (model, draw) => {
    const undo = chooseUndo(model, draw)
    if (!undo) return null
    const by = stage === 'retracted' && draw.fitting ? undo.by : chooseActor(model, draw, DECIDES, undo.by)
    const late = undo.stage !== 'proposed' || draw.stale ? 'CONFLICT' : null
    return asPlan({
      by,
      expected: barredFrom(model, by, DECIDES) ?? late ?? (may(undo, by) ? 'ok' : 'FORBIDDEN'),
      ask: ask({ undo: undo.id, version: undo.version + (draw.stale ? 1 : 0) }),
      follows: () => {
        Object.assign(undo, { version: undo.version + 1, stage })
      },
    })
  }
}

export const rejectsUndo = ends(
  'rejected',
  (undo, by) => undo.by !== by,
  (at) => (actor) => rejectUndo(actor, { ...at, note: 'No.' }),
)
export const retractsUndo = ends(
  'retracted',
  (undo, by) => undo.by === by,
  (at) => (actor) => retractUndo(actor, at),
)

/** A demand is worded anew: no stance becomes another by that. */
export const rewords: MakePlan = (model, draw) => {
  const demand = `demand-${(draw.at % 2) + 1}`
  const by = chooseActor(model, draw, DECIDES)
  const version = model.versions.get(demand) ?? 1
  return asPlan({
    by,
    expected: barredFrom(model, by, DECIDES) ?? (draw.stale ? 'CONFLICT' : 'ok'),
    ask: (actor) =>
      rewordDemand(actor, {
        ...{ negotiation: model.negotiation, demand, reason: 'Clearer.', allHold: draw.detail % 2 === 0 },
        ...{
          proposition: `The parties agree on it, wording ${model.publications}.${version}.`,
          lowEnd: 'Never.',
          highEnd: 'At once.',
        },
        version: version + (draw.stale ? 1 : 0),
      }),
    follows: async () => {
      const row = await appClient().demand.findFirstOrThrow({
        where: { slug: demand, negotiation: { slug: model.negotiation } },
      })
      expect(row.version, 'the version of what was amended').toBeGreaterThan(version)
      model.versions.set(demand, row.version)
    },
  })
}
