import type { Download } from '@/components/data/record-data'

/** The files of one negotiation that this site gives away. */
export const downloadsOf = (slug: string): Download[] =>
  ROWS.map(({ name, what, meaning }) => ({
    what,
    meaning,
    files: [
      { label: 'CSV', href: `${baseOf(name, slug)}/${name}.csv` },
      { label: 'JSON', href: `${baseOf(name, slug)}/${name}` },
    ],
  }))

// Sources are the same for every negotiation.
const baseOf = (name: string, slug: string) => (name === 'sources' ? '/api/v1' : `/api/v1/negotiations/${slug}`)

const ROWS = [
  { name: 'positions', what: 'Positions', meaning: 'what a party holds on a demand today, with its citations' },
  { name: 'shifts', what: 'Shifts', meaning: 'two consecutive positions that differ: from, to, kind, who says so' },
  { name: 'entries', what: 'Entries', meaning: 'what a party is on record as holding from one date' },
  { name: 'sources', what: 'Sources', meaning: 'an article or document with its grade and label' },
]
