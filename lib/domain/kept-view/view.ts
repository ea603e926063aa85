/** A view of this site that somebody keeps: a title, its path and query, and a private note. */
export type KeptView = { id: number; title: string; address: string; note: string; version: number; keptAt: string }
