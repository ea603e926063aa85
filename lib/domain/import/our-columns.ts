/** A column that a correction file added. It is not added twice, and a table is the same with it and without. */
export const isOurs = (name: string): boolean => /^(Faults|Row in the file)( \(Parley\))*$/.test(name)
