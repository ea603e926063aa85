import type { Day } from '@/lib/domain/time/day'

/** The page of a cell's story; as this site told it at the end of a day, where one is given. */
export const storyPath = (negotiation: string, demand: string, party: string, known: Day | null): string =>
  `/${negotiation}/${demand}/${party}${known ? `/known/${known}` : ''}`
