// What Prometheus may ask (https://prometheus.io/docs/instrumenting): counted as requests finish, looked up when it asks.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Finished } from './finished'
import { recordVersion } from './record-version'
import { ROUTE_GROUPS } from './route-group'

export type Metrics = { count: (finished: Finished) => void; read: () => Promise<string>; type: string }

// From a page out of the cache to an export of a large record, in seconds.
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST']

type Pool = { totalCount: number; idleCount: number; waitingCount: number }
type Kept = {
  parleyPages?: { entries: Map<string, unknown>; bytes: number; asked: Record<string, number> }
  parleyPools?: Map<string, Pool>
}
/** The page cache and the pools of connections belong to Next's bundles; we only look at them. */
const kept = globalThis as Kept

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'parley_http_requests_total',
    help: 'Requests answered, by method, class of status and kind of address.',
    labelNames: ['method', 'status', 'group'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'From the request to the last byte of the answer, by kind of address.',
    labelNames: ['group'],
    buckets: BUCKETS,
    registers: [registry],
  })
  for (const group of ROUTE_GROUPS) duration.zero({ group })
  const refusals = new Counter({
    name: 'parley_rate_limit_refusals_total',
    help: 'Requests refused because their address had asked too often.',
    registers: [registry],
  })
  registerState(registry)
  return {
    count: ({ method, status, group, seconds, limited }) => {
      requests.inc({
        method: METHODS.includes(method) ? method : 'other',
        status: `${Math.floor(status / 100)}xx`,
        group,
      })
      duration.observe({ group }, seconds)
      if (limited) refusals.inc()
    },
    read: () => registry.metrics(),
    type: registry.contentType,
  }
}

/** What is counted elsewhere, and read when asked for. */
function registerState(registry: Registry): void {
  const registers = [registry]
  new Counter({
    name: 'parley_page_cache_requests_total',
    help: 'What the page cache had: hit, miss, or old (served while the database is away).',
    labelNames: ['found'],
    registers,
    collect() {
      this.reset()
      for (const [found, count] of Object.entries(kept.parleyPages?.asked ?? {})) this.inc({ found }, count)
    },
  })
  new Counter({
    name: 'parley_publications_heard_total',
    help: 'Publications and changes of reference data that the database told this process of.',
    registers,
    collect() {
      this.reset()
      this.inc(recordVersion.heard)
    },
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('parley_page_cache_bytes', 'Memory taken by finished pages.', () => kept.parleyPages?.bytes ?? 0)
  gauge('parley_page_cache_entries', 'Finished pages in memory.', () => kept.parleyPages?.entries.size ?? 0)
  gauge('parley_record_reachable', '1 while the database can be heard, 0 while it is away.', () =>
    recordVersion.reachable ? 1 : 0,
  )
  new Gauge({
    name: 'parley_database_connections',
    help: 'Connections to the database by role and state; waiting counts questions without one.',
    labelNames: ['role', 'state'],
    registers,
    collect() {
      for (const [role, { totalCount, idleCount, waitingCount }] of kept.parleyPools ?? []) {
        this.set({ role, state: 'in use' }, totalCount - idleCount)
        this.set({ role, state: 'idle' }, idleCount)
        this.set({ role, state: 'waiting' }, waitingCount)
      }
    },
  })
}
