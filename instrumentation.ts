import { isDatabaseAway } from '@/lib/db/away'
import { requestAtHand } from '@/lib/http/request-at-hand'

/** Next tells us here why it could not make an answer, before it writes its own. lib/http/server.ts then says so in words. */
export function onRequestError(error: unknown): void {
  const request = requestAtHand.getStore()
  if (request && isDatabaseAway(error)) request.away = true
}
