import { CONTEXT_LENGTH } from '@/lib/domain/citation/rules'

/** What is kept with the words at a place of a stored text: themselves, and a little on either side. Offsets in code points, end excluded. */
export function wordsAt(text: string, startsAt: number, endsAt: number) {
  const points = [...text]
  return {
    quote: points.slice(startsAt, endsAt).join(''),
    prefix: points.slice(Math.max(0, startsAt - CONTEXT_LENGTH), startsAt).join(''),
    suffix: points.slice(endsAt, endsAt + CONTEXT_LENGTH).join(''),
  }
}
