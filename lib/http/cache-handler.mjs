// The page cache that Next asks (next.config.ts, cacheHandler). In the memory of this process alone, so nothing outlives a restart
// or follows us to another database. JavaScript, because Next loads it at run time from a path.

import fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'

/** @typedef {{ value: any, lastModified: number, version: string, bytes: number }} Entry */

const LIMIT = Number(process.env.PAGE_CACHE_MB || 64) * 1024 * 1024

// Next makes several handlers (one for each of its bundles), which share this. A Map keeps the order of use.
globalThis.parleyPages ??= { entries: new Map(), bytes: 0, asked: { hit: 0, old: 0, miss: 0 } }
/** @type {{ entries: Map<string, Entry>, bytes: number, asked: Record<'hit' | 'old' | 'miss', number> }} */
const store = globalThis.parleyPages

/** lib/http/record-version.ts; absent in a build and in development, where nothing is cached for long.
 * @returns {import('./record-version').RecordVersion | undefined} */
const record = () => globalThis.parleyRecordVersion

/** lib/http/request-at-hand.ts. @returns {import('./request-at-hand').RequestAtHand | undefined} */
const request = () => globalThis.parleyRequest?.getStore()

const currentVersion = () => `${record()?.count ?? 0} ${new Date().toISOString().slice(0, 10)}`

// The only page that knows nothing of the record. Taken from the build: made on request it would hold, and hand to all who come
// after, the address that somebody else had asked for. Next names a page by its address behind the route that makes it.
const NOT_FOUND = '/_not-found'
const isNotFound = (/** @type {string} */ key) => key === NOT_FOUND || key.endsWith(`/$${NOT_FOUND}`)
// A CommonJS module: Node gives it within "default", the bundle of proxy.ts gives it as it is.
const BuiltPages = fileSystemCache.default ?? fileSystemCache

export default class PageCache {
  /** @param {any} options */
  constructor(options) {
    this.built = new BuiltPages(options)
  }

  /** @param {string} key @param {any} about */
  async get(key, about) {
    if (isNotFound(key)) return this.built.get(NOT_FOUND, about)
    const entry = store.entries.get(key)
    // While the database is away an old page is better than none: it could not be made again.
    const takesOld = record()?.reachable === false || request()?.takesOld
    const found = !entry ? 'miss' : entry.version === currentVersion() ? 'hit' : takesOld ? 'old' : 'miss'
    note(found)
    if (!entry || found === 'miss') return null
    store.entries.delete(key)
    store.entries.set(key, entry)
    return { value: entry.value, lastModified: entry.lastModified }
  }

  /** @param {string} key @param {any} value */
  async set(key, value) {
    forget(key)
    if (isNotFound(key)) return
    // Anybody can invent addresses: pages for those that do not exist would push out the others.
    if (!value || value.status === 404) return
    // A publication during the rendering may be missing from the page, so it counts as of the time when its request began.
    const version = request()?.version ?? currentVersion()
    const bytes = sizeOf(value) + key.length + 500
    if (bytes > LIMIT / 4) return
    store.entries.set(key, { value, lastModified: Date.now(), version, bytes })
    store.bytes += bytes
    for (const oldest of store.entries.keys()) {
      if (store.bytes <= LIMIT) break
      forget(oldest)
    }
  }

  /** Everything depends on the record, and making it all again costs little. */
  async revalidateTag() {
    store.entries.clear()
    store.bytes = 0
  }

  resetRequestCache() {}
}

/** @param {'hit' | 'old' | 'miss'} found */
function note(found) {
  store.asked[found]++
  const at = request()
  if (at) at.cache = found
}

/** @param {string} key */
function forget(key) {
  store.bytes -= store.entries.get(key)?.bytes ?? 0
  store.entries.delete(key)
}

/** The bytes of all strings and buffers inside, whatever the kind of entry. @param {any} value @returns {number} */
function sizeOf(value) {
  if (typeof value === 'string') return value.length * 2
  if (value instanceof Uint8Array) return value.byteLength
  if (value instanceof Map) return [...value].reduce((sum, [key, item]) => sum + sizeOf(key) + sizeOf(item), 0)
  if (value && typeof value === 'object') return Object.values(value).reduce((sum, item) => sum + sizeOf(item), 0)
  return 8
}
