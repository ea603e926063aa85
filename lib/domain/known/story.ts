import 'server-only'
import { buildStory } from '@/lib/domain/story/build'
import type { StoryView } from '@/lib/domain/story/view'
import { today } from '@/lib/domain/time/day'
import { isKnowable } from './day'
import { findKnownCell } from './queries'

/** The story of a cell as this site told it at the end of a day; null where it told none. */
export async function findKnownStory(
  negotiation: string,
  demand: string,
  party: string,
  known: string,
): Promise<StoryView | null> {
  const record = isKnowable(known, today()) ? await findKnownCell(negotiation, demand, party, known) : null
  const story = record && buildStory(record, demand, party, known)
  return story && { ...story, known }
}
