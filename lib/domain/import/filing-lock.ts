/** Any number that nothing else takes: of two who bring the same rows at once, the second recognises what the first brought. */
export const FILING_LOCK = 7_201_965
