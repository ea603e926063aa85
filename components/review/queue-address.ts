// The address of the queue and what it stands for. What is not understood is left out, never guessed at.
import { REVIEW_KINDS, type ReviewKind, STAGES, type Stage } from '@/lib/domain/review/kinds'
import type { QueueFilter } from '@/lib/domain/review/view'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const oneOf = <Value extends string>(list: readonly Value[], text: string | null): Value | null =>
  list.find((value) => value === text) ?? null

export function parseQueue(query: URLSearchParams): QueueFilter & { page: number } {
  const negotiation = query.get('negotiation') ?? ''
  const page = query.get('page') ?? ''
  return {
    stage: oneOf<Stage>(STAGES, query.get('stage')) ?? 'in-review',
    assigned: oneOf(['all', 'nobody', 'me'] as const, query.get('assigned')) ?? 'all',
    kind: oneOf<ReviewKind>(REVIEW_KINDS, query.get('kind')),
    negotiation: SLUG.test(negotiation) ? negotiation : null,
    page: /^\d{1,4}$/.test(page) ? Number(page) : 0,
  }
}

export function queueAddress({ stage, assigned, kind, negotiation, page }: QueueFilter & { page: number }): string {
  const query = new URLSearchParams()
  if (stage !== 'in-review') query.set('stage', stage)
  if (assigned !== 'all') query.set('assigned', assigned)
  if (kind) query.set('kind', kind)
  if (negotiation) query.set('negotiation', negotiation)
  if (page > 0) query.set('page', String(page))
  const text = query.toString()
  return text ? `/desk/queue?${text}` : '/desk/queue'
}
