import type { Column } from '@/lib/domain/source/list'

/** The columns in their order, and both directions of each in words. */
export const SORT_NAMES: [Column, string, string][] = [
  ['publisher', 'Publisher, A first', 'Publisher, Z first'],
  ['title', 'Title, A first', 'Title, Z first'],
  ['published', 'Oldest first', 'Newest first'],
  ['kind', 'Kind, A first', 'Kind, Z first'],
  ['grade', 'Grade, A first', 'Grade, F first'],
  ['label', 'Label, A first', 'Label, Z first'],
  ['language', 'Language, A first', 'Language, Z first'],
  ['entries', 'Fewest entries first', 'Most entries first'],
]
