// Any order of any actions by anybody: the domain does what a small model of it says, and every rule of honesty holds after every step.
// ANY_ORDER_RUNS=500 tries for longer; a failure prints its seed and path, and ANY_ORDER_SEED tries those histories again.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { appClient } from '@/lib/db/client'
import { importDataset } from '@/lib/domain/dataset/import'
import { act, type Draw, type MakePlan, type Real } from '@/tests/any-order/act'
import { Cast } from '@/tests/any-order/cast'
import {
  approves,
  asksForChanges,
  changesRole,
  disables,
  rejects,
  remarks,
  retracts,
  takes,
  withdraws,
} from '@/tests/any-order/deciding'
import { beginWatch, holdThePast } from '@/tests/any-order/honesty'
import { meddles } from '@/tests/any-order/meddling'
import type { Model } from '@/tests/any-order/model'
import { signsIn } from '@/tests/any-order/signing-in'
import { approvesUndo, proposesUndo, rejectsUndo, retractsUndo, rewords } from '@/tests/any-order/undoing'
import { add, discard, rebase, save, send, start, undo } from '@/tests/any-order/writing'
import { testDatabase } from '@/tests/database'
import { makeNegotiation } from '@/tests/made/negotiation'
import { replay } from '@/tests/replay'
import { presentOf, rowsOf } from '@/tests/replay-of-rows'

vi.mock('@node-rs/argon2', () => import('@/tests/made/cheap-hashes'))
const database = await testDatabase()

const RUNS = Number(process.env.ANY_ORDER_RUNS ?? 6)
const SEED = process.env.ANY_ORDER_SEED

const anyDraw: fc.Arbitrary<Draw> = fc.record({
  by: fc.nat(1000),
  at: fc.nat(1000),
  detail: fc.nat(1000),
  fitting: fc.nat(9).map((one) => one > 1),
  stale: fc.nat(19).map((one) => one === 0),
})

/** How often, against the others, each is done. */
const ACTIONS: Record<string, [weight: number, plan: MakePlan]> = {
  'add a source': [1, add],
  'start a draft': [3, start],
  'save a draft': [4, save],
  'rebase a draft': [1, rebase],
  'discard a draft': [1, discard],
  'send for review': [5, send],
  'take on': [1, takes],
  remark: [1, remarks],
  'request changes': [1, asksForChanges],
  retract: [1, retracts],
  reject: [1, rejects],
  approve: [5, approves],
  withdraw: [1, withdraws],
  'undo to a revision': [1, undo],
  'propose an undo': [2, proposesUndo],
  'approve an undo': [2, approvesUndo],
  'reject an undo': [1, rejectsUndo],
  'retract an undo': [1, retractsUndo],
  'word a demand anew': [1, rewords],
  'change a role': [1, changesRole],
  'disable or enable': [1, disables],
}

const anyHistory = fc.commands<Model, Real, false>(
  [
    ...Object.entries(ACTIONS).flatMap(([name, [weight, plan]]) =>
      Array.from({ length: weight }, () => anyDraw.map((draw) => act(name, draw, plan))),
    ),
    anyDraw.map(signsIn),
    anyDraw.map(meddles),
  ] as fc.Arbitrary<fc.AsyncCommand<Model, Real>>[],
  { maxCommands: 150, size: 'max' },
)

let cast: Cast
let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(database.appUrl)
  await client.connect()
  cast = await Cast.arrive()
})
afterAll(() => client.end())

const tally: Model['tally'] = new Map()
let histories = 0

async function begin(): Promise<{ model: Model; real: Real }> {
  const negotiation = `history-${++histories}`
  await importDataset(makeNegotiation({ slug: negotiation, parties: 2, demands: 2, entries: 0 }))
  const people = await cast.beginAnew()
  const first = await appClient().sourceText.findFirstOrThrow({
    where: { source: { slug: `${negotiation}-source-1` } },
    include: { source: true },
  })
  const sources = [{ slug: first.source.slug, url: first.source.url ?? '', text: first.id, words: first.text }]
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  const [{ at } = { at: new Date() }] = rows
  const model: Model = {
    ...{ negotiation, people, sources, drafts: [], entries: [], reviews: [], undos: [], versions: new Map(), tally },
    ...{ begunAt: at.toISOString(), publications: 0 },
  }
  return { model, real: { cast, watch: await beginWatch(client) } }
}

test(
  'whatever anybody does in whatever order, the rules of honesty hold and readers see what they should',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const begun = await begin()
        await fc.asyncModelRun(() => begun, history)
        await holdThePast(begun.model, begun.real.watch)
        const { saved, published } = await rowsOf(client, begun.model.negotiation)
        const shown = [...replay(saved, published).values()].flat().sort((a, b) => (a.entry < b.entry ? -1 : 1))
        expect(await presentOf(client, begun.model.negotiation)).toEqual(shown)
      }),
      { numRuns: RUNS, ...(SEED && { seed: Number(SEED) }) },
    )
    // Not by doing nothing: everything was done, and the way to readers was gone to its end.
    const done = (name: string) => tally.get(`${name}: done`) ?? 0
    // Histories are drawn anew each time: how often a thing is done in a few of them is chance, and never at all would be a fault of the model.
    for (const name of ['send for review', 'approve', 'save a draft']) expect(done(name), name).toBeGreaterThan(0)
    if (process.env.ANY_ORDER_RUNS) console.info(Object.fromEntries([...tally].sort()))
  },
  60_000 + RUNS * 20_000,
)
