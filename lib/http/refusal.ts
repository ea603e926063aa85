import type { IncomingMessage } from 'node:http'

/**
 * What is turned away before Next sees it. Public pages only read: they need no POST and no Server Action, and the
 * holes in React's decoding of actions (CVE-2025-55182 and its kin) lie behind just those.
 */
export function refusalOf(
  req: IncomingMessage,
): { status: number; headers: Record<string, string>; text: string } | null {
  if (req.method !== 'GET' && req.method !== 'HEAD')
    return { status: 405, headers: { allow: 'GET, HEAD' }, text: 'Only GET and HEAD are answered here.' }
  if (req.headers['next-action'] !== undefined)
    return { status: 405, headers: { allow: 'GET, HEAD' }, text: 'There are no actions here.' }
  if (!isReadable(req.url ?? '/'))
    return { status: 400, headers: {}, text: 'This address cannot be read: it holds bytes that are no text.' }
  return null
}

/** Whether the path of an address is text: percent-encoded UTF-8 without a zero byte, which no database takes. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url.split('?')[0] as string).includes('\0')
  } catch {
    return false
  }
}
