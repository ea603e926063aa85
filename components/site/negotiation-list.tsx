import Link from 'next/link'
import type { Negotiation } from '@/lib/domain/negotiation/schema'
import { formatDay } from '@/lib/domain/time/day'

/** The front page of an installation that follows several negotiations, or none yet. */
export function NegotiationList({ negotiations }: { negotiations: Negotiation[] }) {
  if (negotiations.length === 0) return <Nothing />
  return (
    <div className="mx-auto max-w-[52rem] px-6 pt-8">
      <h1 className="text-[2rem]">Negotiations</h1>
      <ul>
        {negotiations.map(({ slug, title, summary, startedOn }) => (
          <li key={slug} className="border-b border-line py-5">
            <h2 className="text-[1.375rem]">
              <Link href={`/${slug}`} prefetch={false}>
                {title}
              </Link>
            </h2>
            <p className="mt-1">{summary}</p>
            <p className="meta mt-1">On record from {formatDay(startedOn)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Nothing() {
  return (
    <div className="mx-auto max-w-[52rem] px-6 py-16">
      <h1 className="text-3xl">Nothing is published yet</h1>
      <p className="mt-3">
        Import a negotiation to begin: <code>npm run import -- data/ukraine.json</code>
      </p>
    </div>
  )
}
