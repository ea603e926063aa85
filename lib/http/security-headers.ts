import { createHash } from 'node:crypto'

/** On every response: OWASP ASVS 5.0, chapter V3, and the active list of the OWASP Secure Headers Project. */
const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  // Looking up the outlets that a page links to would tell the network what is read.
  'x-dns-prefetch-control': 'off',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
}
const TWO_YEARS = 63_072_000

/** `https` is whether readers reach us that way; the promise to stay so must not be made otherwise. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return https ? { ...ALWAYS, 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` } : ALWAYS
}

/** For everything that is not a page: opened by itself (an SVG, a JSON file) it may run and load nothing. */
export const POLICY_FOR_FILES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/**
 * The policy for one page, which names each of its inline scripts by hash. Next writes its data as inline scripts, and a cached
 * page cannot carry a nonce; so nothing runs but what we wrote ourselves, without 'unsafe-inline'.
 */
export function policyForPage(html: string): string {
  const hashes = new Set<string>()
  for (const [, script = ''] of html.matchAll(INLINE_SCRIPT))
    hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
