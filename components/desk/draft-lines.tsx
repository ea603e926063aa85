import type { DraftLine } from '@/lib/domain/draft/view'
import { dayOf, daysBetween, formatAge } from '@/lib/domain/time/day'
import '@/components/ui/plain.css'

type Props = {
  drafts: DraftLine[]
  today: string
  /** The titles of all negotiations: where there are several, each draft says its own. */
  negotiations: Record<string, string>
  /** Opens this article beside it, in place of its own. */
  article?: string
}

/** What somebody is writing, each with the way back to it. */
export function DraftLines({ drafts, today, negotiations, article }: Props) {
  return (
    <ul>
      {drafts.map(({ id, negotiation, party, demand, summary, entry, source, savedAt }) => (
        <li key={id} className="border-t border-line py-2.5">
          <a href={`/desk/drafts/${id}${article ? `?article=${article}` : ''}`} className="quiet-link font-semibold">
            {party || demand ? `${party || '…'} on ${demand || '…'}` : 'Nothing chosen yet'}
          </a>{' '}
          <span className="meta">
            {entry ? `change to ${entry}` : 'new entry'} · saved{' '}
            {formatAge(daysBetween(dayOf(new Date(savedAt)), today))}
            {Object.keys(negotiations).length > 1 && ` · ${negotiations[negotiation] ?? negotiation}`}
          </span>
          {summary && (
            <p>
              <bdi>{summary}</bdi>
            </p>
          )}
          {source && (
            <p className="meta">
              from <bdi>{source.title}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
