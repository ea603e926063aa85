// The address of a view of the activity log and what it stands for. What is not understood is left out, never guessed at.
import { type ActivityFilter, EVERYTHING } from '@/lib/domain/activity/view'
import { isDay } from '@/lib/domain/time/day'

const FIELDS = Object.keys(EVERYTHING) as (keyof ActivityFilter)[]
const LONGEST = 120

export function parseActivity(query: URLSearchParams): { filter: ActivityFilter; cursor: string | null } {
  const text = (name: string) => {
    const value = (query.get(name) ?? '').trim()
    return value === '' || value.length > LONGEST || value.includes('\0') ? null : value
  }
  const day = (name: string) => {
    const value = text(name)
    return value !== null && isDay(value) && value >= '0001' ? value : null
  }
  const kind = text('kind')
  const cursor = query.get('cursor') ?? ''
  return {
    filter: {
      person: text('person'),
      action: text('action'),
      kind,
      // One subject is one of a kind.
      subject: kind === null ? null : text('subject'),
      from: day('from'),
      to: day('to'),
    },
    cursor: /^[\w-]{1,400}$/.test(cursor) ? cursor : null,
  }
}

export function activityAddress(filter: Partial<ActivityFilter>, cursor: string | null = null): string {
  const query = new URLSearchParams()
  for (const field of FIELDS) if (filter[field]) query.set(field, filter[field] as string)
  if (cursor !== null) query.set('cursor', cursor)
  const text = query.toString()
  return text ? `/desk/activity?${text}` : '/desk/activity'
}
