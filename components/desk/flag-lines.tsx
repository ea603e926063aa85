import type { FlagLine } from '@/lib/domain/source/flag-view'
import { dayOf, daysBetween, formatAge } from '@/lib/domain/time/day'

/** Entries whose cited words the publisher has changed, each with the way to mend it. */
export function FlagLines({ flags, total, today }: { flags: FlagLine[]; total: number; today: string }) {
  return (
    <>
      <p className="meta mb-1">
        Published entries cite words that are not in the publisher’s newer text. Correct the entry, or say that it
        stands.
      </p>
      <ul>
        {flags.map(({ id, entry, party, demand, source, kind, quote, wordsNow, noticedAt }) => (
          <li key={id} className="border-t border-line py-2.5">
            <a href={`/desk/entries/${entry}`} className="quiet-link font-semibold">
              {party} on {demand}
            </a>{' '}
            <span className="meta">noticed {formatAge(daysBetween(dayOf(new Date(noticedAt)), today))}</span>
            <p>
              {kind === 'changed' ? 'Changed' : 'Vanished'}: <q dir="auto">{quote}</q>
              {wordsNow && (
                <>
                  , now <q dir="auto">{wordsNow}</q>
                </>
              )}
            </p>
            <p className="meta">
              in{' '}
              <a href={`/desk/sources/${source.slug}`} className="quiet-link">
                <bdi>{source.title}</bdi>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {total > flags.length && (
        <p className="mt-2">
          <a href="/desk/sources?flagged=1" className="quiet-link">
            All sources with such words
          </a>{' '}
          <span className="meta">{total} passages</span>
        </p>
      )}
    </>
  )
}
