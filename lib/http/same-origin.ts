type Headers = Record<string, string | string[] | undefined>

/**
 * Whether a request that changes something was sent by a page of ours: its Origin is the public address, or the host that the browser
 * asked. One without an Origin is not; Next itself would let it pass. A page elsewhere can set neither header.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const origin = headers.origin
  if (typeof origin !== 'string' || !URL.canParse(origin)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return new URL(origin).origin === siteUrl || new URL(origin).host === headers.host
}
