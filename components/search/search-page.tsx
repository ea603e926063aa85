import { SEARCH_KINDS, SEARCH_LABELS, type SearchKind } from '@/lib/domain/search/kinds'
import type { Found } from '@/lib/domain/search/schema'
import { HitItem } from './hit-item'
import { type SearchAddress, searchAddress } from './search-address'
import { SearchForm } from './search-form'
import './search.css'

type Props = {
  asked: SearchAddress
  found: Found
  /** Titles by slug, of every negotiation there is. */
  negotiations: Record<string, string>
  pageSize: number
}

/** Everything that answers a question, by kind; without JavaScript too. */
export function SearchPage({ asked, found, negotiations, pageSize }: Props) {
  const words = new Set(found.words)
  const total = SEARCH_KINDS.reduce((sum, kind) => sum + found.totals[kind], 0)
  const several = Object.keys(negotiations).length > 1
  const of = (kind: SearchKind) => found.items.filter((hit) => hit.kind === kind)
  return (
    <div className="mx-auto max-w-[60rem] px-4 pt-6 sm:px-6 sm:pt-8">
      <h1 className="text-[1.75rem] sm:text-[2rem]">Search</h1>
      <SearchForm asked={asked} negotiations={negotiations} />
      {asked.q.trim() === '' ? (
        <Advice />
      ) : total === 0 ? (
        <Nothing question={asked.q} />
      ) : (
        <>
          <nav aria-label="Kinds of result" className="mt-5 flex flex-wrap gap-2">
            <KindLink asked={asked} kind={null} label="All" count={total} />
            {SEARCH_KINDS.filter((kind) => found.totals[kind] > 0).map((kind) => (
              <KindLink
                key={kind}
                asked={asked}
                kind={kind}
                label={SEARCH_LABELS[kind].many}
                count={found.totals[kind]}
              />
            ))}
          </nav>
          {SEARCH_KINDS.filter((kind) => of(kind).length > 0).map((kind) => (
            <section key={kind} aria-label={SEARCH_LABELS[kind].many} className="mt-8">
              <h2 className="mb-2 text-[1.25rem]">{SEARCH_LABELS[kind].many}</h2>
              <ul>
                {of(kind).map((hit) => (
                  <HitItem
                    key={`${hit.negotiation} ${hit.key}`}
                    hit={hit}
                    words={words}
                    within={several ? (negotiations[hit.negotiation] ?? null) : null}
                  />
                ))}
              </ul>
              {asked.kind === null && found.totals[kind] > of(kind).length && (
                <p className="border-t border-line pt-3">
                  <a href={searchAddress({ ...asked, kind, from: 0 })} className="quiet-link">
                    All {found.totals[kind].toLocaleString('en-GB')}: {SEARCH_LABELS[kind].many.toLowerCase()}
                  </a>
                </p>
              )}
            </section>
          ))}
          {asked.kind && <Pager asked={asked} total={found.totals[asked.kind]} pageSize={pageSize} />}
        </>
      )}
    </div>
  )
}

type KindLinkProps = { asked: SearchAddress; kind: SearchKind | null; label: string; count: number }

const KindLink = ({ asked, kind, label, count }: KindLinkProps) => (
  <a
    href={searchAddress({ ...asked, kind, from: 0 })}
    className="control no-underline"
    data-active={asked.kind === kind || undefined}
    aria-current={asked.kind === kind ? 'true' : undefined}
  >
    {label} <span className="text-muted">{count.toLocaleString('en-GB')}</span>
  </a>
)

function Pager({ asked, total, pageSize }: { asked: SearchAddress; total: number; pageSize: number }) {
  const last = Math.min(asked.from + pageSize, total)
  return (
    <nav aria-label="Pages of results" className="flex flex-wrap items-center gap-4 border-t border-line pt-4">
      {asked.from > 0 && (
        <a
          href={searchAddress({ ...asked, from: Math.max(0, asked.from - pageSize) })}
          className="control no-underline"
        >
          ← Before
        </a>
      )}
      <span className="meta">
        {asked.from < total
          ? `${asked.from + 1} to ${last} of ${total.toLocaleString('en-GB')}`
          : `There are ${total.toLocaleString('en-GB')} in all`}
      </span>
      {last < total && (
        <a href={searchAddress({ ...asked, from: asked.from + pageSize })} className="control no-underline">
          Next →
        </a>
      )}
    </nav>
  )
}

function Advice() {
  return (
    <div className="mt-6 max-w-[74ch] space-y-2 text-muted">
      <p>
        Finds demands, entries with their quotations, parties, speakers, events and sources. Every word must be found;
        the spelling of names does not matter (Kyiv or Kiev, Zelenskyy or Zelensky).
      </p>
      <p>
        “In quotation marks” words must follow each other. A minus in front leaves out what holds the word:{' '}
        <a href="/search?q=guarantees+-nato" className="quiet-link">
          guarantees -nato
        </a>
        .
      </p>
    </div>
  )
}

function Nothing({ question }: { question: string }) {
  return (
    <div className="mt-6 max-w-[74ch]">
      <p role="status">
        Nothing in the record answers “<bdi>{question}</bdi>”.
      </p>
      <p className="mt-2 text-muted">
        Try fewer or other words: every one of them must be found, and very common ones (the, of, to) are not looked
        for. What is not found may have been said all the same.
      </p>
    </div>
  )
}
