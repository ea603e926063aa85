/** How many rows of one sort an import added, changed, and found to be as the file says. */
export type Tally = { added: number; changed: number; unchanged: number }

export const tallied = (what: keyof Tally): Tally => ({ added: 0, changed: 0, unchanged: 0, [what]: 1 })
