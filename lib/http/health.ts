import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal'

export type Health = {
  /** Whether the record can be read at this moment; quick either way. */
  canRead: () => Promise<boolean>
  isClosing: () => boolean
}

const PATH = /^\/(healthz|readyz)(\?|$)/

export const isHealth = (url: string): boolean => PATH.test(url)

/** For whoever watches us. /healthz: the process lives. /readyz: it can serve, so send it readers. */
export async function healthOf({ url = '' }: Pick<IncomingMessage, 'url'>, health: Health): Promise<Refusal> {
  const say = (status: number, text: string): Refusal => ({ status, headers: {}, text })
  if (url.startsWith('/healthz')) return say(200, 'ok')
  if (health.isClosing()) return say(503, 'This process is stopping.')
  return (await health.canRead()) ? say(200, 'ok') : say(503, 'The database cannot be reached.')
}
