import { correctionLabel } from '@/lib/domain/correction/kinds'
import type { Correction } from '@/lib/domain/correction/view'
import { dayOf, formatDay } from '@/lib/domain/time/day'
import { Changes } from './changes'

type Props = { items: Correction[]; page: number; more: boolean }

/** What was changed in the record, and why: changes of ours, not of a party. */
export function CorrectionsPage({ items, page, more }: Props) {
  return (
    <div className="mx-auto max-w-[60rem] px-4 pt-6 sm:px-6 sm:pt-8">
      <h1 className="text-[1.75rem] sm:text-[2rem]">Corrections</h1>
      <p className="mt-1.5 max-w-[74ch] text-muted">
        What was changed in the record, and why, newest first. These are changes of this site’s, not of a party: a party
        that moves gets a new entry, and its old one stays as it was.
      </p>
      <p className="meta mt-1.5 flex gap-4">
        <a href="/feeds/corrections.atom" className="quiet-link">
          Atom feed
        </a>
        <a href="/feeds/corrections.json" className="quiet-link">
          JSON feed
        </a>
      </p>
      {items.length === 0 ? (
        <p className="mt-8">
          {page === 1 ? 'Nothing has been corrected, re-coded or withdrawn so far.' : 'There are no older ones.'}
        </p>
      ) : (
        <ol className="mt-6">
          {items.map((item) => (
            <li key={item.id} className="border-t border-line py-4">
              <p className="meta">
                {formatDay(dayOf(new Date(item.at)))} · {correctionLabel(item).label}: {correctionLabel(item).meaning}
              </p>
              <h2 className="mt-0.5 text-[1.125rem]">
                <a href={`/e/${item.entry}`} className="quiet-link">
                  {item.party} on {item.demand}
                </a>
              </h2>
              <p className="mt-1">Reason: {item.reason}</p>
              {item.changes.length > 0 && <Changes changes={item.changes} />}
              {item.kind !== 'withdrawal' && !item.isWithdrawn && !item.comesBack && item.changes.length === 0 && (
                <p className="meta mt-1">Only the citations were changed.</p>
              )}
            </li>
          ))}
        </ol>
      )}
      {(page > 1 || more) && (
        <nav aria-label="Pages of corrections" className="flex gap-4 border-t border-line pt-4">
          {page > 1 && (
            <a href={page === 2 ? '/corrections' : `/corrections/${page - 1}`} className="control no-underline">
              ← Newer
            </a>
          )}
          {more && (
            <a href={`/corrections/${page + 1}`} className="control no-underline">
              Older →
            </a>
          )}
        </nav>
      )}
    </div>
  )
}
