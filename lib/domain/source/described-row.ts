import type { Described } from './desk-schema'

/** What is said about a source, as columns. */
export const rowOf = ({ published, ...told }: Described) => ({
  ...told,
  publishedOn: published === null ? null : new Date(`${published}T00:00:00Z`),
})
