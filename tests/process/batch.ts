/** Entries in one transaction of the writer, and the most that it writes. */
export const BATCH = 5
export const MOST = 20_000
