// The page cache that Next asks (next.config.ts, cacheHandler). In the memory of this process alone, so nothing outlives a restart
// or follows us to another database. JavaScript, because Next loads it at run time from a path.

/** @typedef {{ value: any, lastModified: number, version: string, bytes: number }} Entry */

const LIMIT = Number(process.env.PAGE_CACHE_MB || 64) * 1024 * 1024

// Next makes several handlers (one for each of its bundles), which share this. A Map keeps the order of use.
globalThis.parleyPages ??= { entries: new Map(), bytes: 0 }
/** @type {{ entries: Map<string, Entry>, bytes: number }} */
const store = globalThis.parleyPages

/** lib/http/record-version.ts; absent in a build and in development, where nothing is cached for long.
 * @returns {import('./record-version').RecordVersion | undefined} */
const record = () => globalThis.parleyRecordVersion

const currentVersion = () => `${record()?.count ?? 0} ${new Date().toISOString().slice(0, 10)}`

export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const entry = store.entries.get(key)
    if (!entry) return null
    // While the database is away an old page is better than none: it could not be made again.
    if (entry.version !== currentVersion() && record()?.reachable !== false) return null
    store.entries.delete(key)
    store.entries.set(key, entry)
    return { value: entry.value, lastModified: entry.lastModified }
  }

  /** @param {string} key @param {any} value */
  async set(key, value) {
    forget(key)
    // Anybody can invent addresses: pages for those that do not exist would push out the others.
    if (!value || value.status === 404) return
    // A publication during the rendering may be missing from the page, so it counts as of the time when its request began.
    const version = record()?.atRequest.getStore() ?? currentVersion()
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
