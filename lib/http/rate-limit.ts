// How often one address may ask for what costs a query, and how often it may write. A bucket of tokens for each, in the memory of this process.
import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'
import type { Settings } from '@/lib/settings'
import { isData, type Refusal, refuse } from './refusal'

/** More would be an attack from many addresses, which is for the proxy in front; those longest silent are forgotten. */
const MOST_ADDRESSES = 50_000

/**
 * Whatever is sent to the desk. Who types without a pause saves about once a second, and a newsroom of twenty has one address: more is a
 * machine. What guesses passwords is counted apart, in the domain.
 */
export const ACTIONS_PER_MINUTE = 1_200

type Bucket = { tokens: number; at: number }

/** Takes one token, or says after how many seconds there is one. A full bucket is a minute's worth, and fills evenly. */
export function bucketsOf(perMinute: number, most: number = MOST_ADDRESSES) {
  const buckets = new Map<string, Bucket>()
  return (who: string, now: number): { waitSeconds: number } => {
    const known = buckets.get(who)
    const tokens = known ? Math.min(perMinute, known.tokens + ((now - known.at) * perMinute) / 60_000) : perMinute
    buckets.delete(who) // and in again, so that the map stays in the order of the last question
    const bucket = { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now }
    buckets.set(who, bucket)
    if (buckets.size > most) buckets.delete(buckets.keys().next().value as string)
    return { waitSeconds: tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute)) }
  }
}

/** Says whether a request is one too many. */
export function limitByAddress(
  settings: Pick<Settings, 'REQUESTS_PER_MINUTE' | 'TRUSTED_PROXIES'>,
): (req: IncomingMessage) => Refusal | null {
  const { REQUESTS_PER_MINUTE: perMinute, TRUSTED_PROXIES: proxies } = settings
  const [ask, act] = [bucketsOf(perMinute), bucketsOf(ACTIONS_PER_MINUTE)]
  const limitOf = (req: IncomingMessage) => {
    if (req.method === 'POST') return { take: act, most: ACTIONS_PER_MINUTE }
    const { url = '' } = req
    return isData(url) || /^\/search\b/.test(url) ? { take: ask, most: perMinute } : null
  }
  return (req) => {
    const limit = perMinute === 0 ? null : limitOf(req)
    if (limit === null) return null
    const { waitSeconds } = limit.take(networkOf(addressOf(req, proxies)), performance.now())
    if (waitSeconds === 0) return null
    return refuse(req, 429, `More than ${limit.most} requests a minute. Ask again in ${waitSeconds} s.`, {
      'retry-after': String(waitSeconds),
    })
  }
}

/** The address of who asks. Each trusted proxy has added one to X-Forwarded-For, from the right; what stands further left anybody may have written. */
export function addressOf(req: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const direct = req.socket.remoteAddress ?? ''
  if (proxies === 0) return direct
  const told = [req.headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
  const address = told.at(-proxies) ?? ''
  return isIPv4(address) || isIPv6(address) ? address : direct
}

/** One household or server has a /64 of IPv6 to itself: it counts as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] as string
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%')[0] as string).replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const groups = tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
