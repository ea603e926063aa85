import type { Fault } from '@/lib/domain/error'

/** RFC 9457: what went wrong, for a program and for the person behind it. */
export type Problem = { type: string; title: string; status: number; detail: string; faults?: readonly Fault[] }

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

const TITLES: Record<number, string> = {
  400: 'The request has faults',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Changed meanwhile',
  410: 'Withdrawn',
  411: 'Length wanted',
  413: 'Too large',
  415: 'Not read here',
  422: 'What was sent has faults',
  429: 'Too many requests',
  500: 'The fault is ours',
  503: 'Not just now',
}

export const problemOf = (status: number, detail: string, faults: readonly Fault[] = []): Problem => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Problem',
  status,
  detail,
  ...(faults.length > 0 ? { faults } : {}),
})

/** Any site may read the interface and the feeds; nothing here depends on who asks. */
export const READABLE_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'etag, last-modified, retry-after, x-request-id, link, content-disposition, parley-chain-head',
  'cross-origin-resource-policy': 'cross-origin',
}

/** With every 503: how many seconds until it is worth asking again. The database is tried ten times a second. */
export const AWAY = { 'retry-after': '2' }

export const METHODS = 'GET, HEAD, OPTIONS'
