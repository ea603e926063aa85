import Link from 'next/link'

/** The pages of a negotiation, by the last part of their address. */
const PAGES = [
  { page: '', label: 'Compare' },
  { page: 'shifts', label: 'Shifts' },
  { page: 'events', label: 'Events' },
  { page: 'sources', label: 'Sources' },
] as const

type Props = { negotiation: string; title: string; current: (typeof PAGES)[number]['page'] }

/** The way from one page of a negotiation to the others. */
export function NegotiationNav({ negotiation, title, current }: Props) {
  return (
    <nav aria-label={title} className="no-print mt-3 flex flex-wrap gap-x-1 border-b border-line">
      {PAGES.map(({ page, label }) => (
        <Link
          key={page}
          href={page === '' ? `/${negotiation}` : `/${negotiation}/${page}`}
          prefetch={false}
          aria-current={page === current ? 'page' : undefined}
          className="-mb-px border-b-2 border-transparent px-2.5 py-1.5 text-ink no-underline first:pl-0 hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
