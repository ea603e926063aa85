import Link from 'next/link'
import type { Negotiation } from '@/lib/domain/negotiation/schema'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { type DatePrecision, type Day, formatDay, formatHeldFrom } from '@/lib/domain/time/day'

export type Move = {
  entry: string
  party: string
  demand: string
  from: Stance | null
  to: Stance
  on: Day
  datePrecision: DatePrecision
}

type Props = {
  negotiations: Negotiation[]
  /** What moved lately in each, by its slug, newest first. */
  moves: Record<string, Move[]>
}

/** The front page of an installation that follows several negotiations, or none yet. */
export function NegotiationList({ negotiations, moves }: Props) {
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
            {(moves[slug] ?? []).length > 0 && (
              <>
                <h3 className="meta mt-3">What moved lately</h3>
                <ul className="mt-1 space-y-1">
                  {(moves[slug] ?? []).map((move) => (
                    <li key={move.entry}>
                      <a href={`/e/${move.entry}`} className="quiet-link">
                        {move.party} on {move.demand}
                      </a>
                      : {move.from && move.from !== move.to && `${SCALE[move.from].label.toLowerCase()} → `}
                      {SCALE[move.to].label.toLowerCase()}
                      <span className="meta">, {formatHeldFrom(move.on, move.datePrecision)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
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
