// What is said while we serve: a line for each request, and every error with the number of the request it belongs to.
import { format } from 'node:util'
import pino from 'pino'
import { isDatabaseAway } from '@/lib/db/away'
import type { LogFormat } from '@/lib/settings'
import type { Finished } from './finished'
import { requestAtHand } from './request-at-hand'

export type Log = {
  request: (finished: Finished) => void
  /** From now on what Next, React and our own code write to the console goes the same way. Returns what takes that back. */
  takeConsole: () => () => void
}

type Level = 'info' | 'warn' | 'error'
type Say = (level: Level, text: string, about: { id?: string | undefined; err?: unknown }) => void

export function openLog(logFormat: LogFormat): Log {
  const plain = { log: console.log, info: console.info, warn: console.warn, error: console.error }
  const json = logFormat === 'json' ? openJson() : null
  const say: Say = (level, text, { id, err }) => {
    if (json) json[level]({ ...(id ? { id } : {}), ...(err ? { err } : {}) }, text)
    else plain[level](...(id ? [id] : []), ...(err ? [err] : [text]))
  }
  return {
    request: (finished) => {
      if (logFormat === 'off' || isRoutine(finished)) return
      if (json) json[finished.status >= 500 ? 'error' : 'info'](fieldsOf(finished), 'request')
      else plain.log(lineOf(finished))
    },
    takeConsole: () => {
      if (json) console.log = console.info = hearing('info', say)
      console.warn = hearing('warn', say)
      console.error = hearing('error', say)
      return () => Object.assign(console, plain)
    },
  }
}

function openJson() {
  return pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    // Written at once: what was said before a crash is there.
    pino.destination({ dest: 1, sync: true }),
  )
}

const QUIET_FOR = 1_000

/** A database that is away fails every request alike, and whoever follows it has said so: one line a second will do. */
function hearing(level: Level, say: Say): (...given: unknown[]) => void {
  let lastAway = 0
  return (...given) => {
    const id = requestAtHand.getStore()?.id
    const err = given.find((one) => one instanceof Error)
    if (err && isDatabaseAway(err)) {
      if (Date.now() - lastAway < QUIET_FOR) return
      lastAway = Date.now()
      return say('warn', 'A request failed because the database is away.', { id })
    }
    const text = format(...given.filter((one) => one !== err)).trim()
    if (text || err) say(level, text || (err as Error).message, { id, err })
  }
}

/** Probes come every few seconds; only those that fail are news. */
const isRoutine = ({ group, status }: Finished) => group === 'health' && status < 500

const fieldsOf = ({ seconds, cache, cut, group: _, limited: __, ...rest }: Finished) => ({
  ...rest,
  ms: Math.round(seconds * 1000),
  ...(cache ? { cache } : {}),
  ...(cut ? { cut } : {}),
})

/** The path is as it came over the wire, where there are no control characters. */
const lineOf = ({ id, method, path, status, seconds, bytes, cache, cut }: Finished) =>
  [
    new Date().toISOString(),
    ...[method, path, status, `${Math.round(seconds * 1000)} ms`, `${bytes} bytes`],
    ...[cache ?? [], cut ? 'cut' : [], id].flat(),
  ].join(' ')
