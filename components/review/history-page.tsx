import { Section } from '@/components/ui/section'
import type { EntryHistory } from '@/lib/domain/entry/history-view'
import { FieldTable } from './field-table'
import { HistoryActions, type HistoryDecisions } from './history-actions'
import './review.css'

type Props = {
  history: EntryHistory
  names: Record<string, string>
  may: { withdraw: boolean; undo: boolean; activity: boolean }
  decisions: HistoryDecisions
}

const PUBLISHED: Record<string, string> = {
  first: 'published',
  correction: 'published as a correction',
  recoding: 'published as a re-coding',
  withdrawal: 'withdrawn',
}

/** Every saved state of an entry and what became of it; from here it is changed, taken back to an earlier state, or withdrawn. */
export function HistoryPage({ history, names, may, decisions }: Props) {
  const { id, revisions, publications, live, openReview } = history
  const name = (who: string) => names[who] ?? who
  const when = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`
  return (
    <div className="desk-page">
      <p className="meta">Entry {id}</p>
      <h1 className="mt-1 text-[1.75rem]">
        {history.party.name} on {history.demand.title}
      </h1>
      <p className="mt-1">
        {live === null ? (
          'Readers do not see it.'
        ) : (
          <>
            Readers see revision {live}:{' '}
            <a href={`/e/${id}`} className="quiet-link">
              its page
            </a>
            .
          </>
        )}{' '}
        {openReview !== null && (
          <a href={`/desk/reviews/${openReview}`} className="quiet-link">
            A change is under review
          </a>
        )}
      </p>
      <HistoryActions
        entry={{ id, negotiation: history.negotiation }}
        live={live}
        mayWithdraw={may.withdraw}
        decisions={decisions}
      />
      <Section title="What readers saw">
        {publications.length === 0 ? (
          <p className="text-muted">Nothing yet.</p>
        ) : (
          <ol className="space-y-1">
            {publications.map(({ kind, revision, reason, at, by }) => (
              <li key={`${at} ${revision} ${kind}`}>
                Revision {revision} {PUBLISHED[kind]} by {name(by)}
                {reason && `: ${reason}`} <span className="meta">{when(at)}</span>
              </li>
            ))}
          </ol>
        )}
        <p className="mt-2 flex flex-wrap gap-x-4">
          {may.activity && (
            <a href={`/desk/activity?kind=entry&subject=${id}`} className="quiet-link">
              Activity on this entry
            </a>
          )}
          {may.undo && publications.length > 0 && (
            <a href="/desk/undo/new" className="quiet-link">
              Undo many changes at once
            </a>
          )}
        </p>
      </Section>
      {revisions.map(({ number, content, recordedAt, recordedBy }, at) => (
        <Section key={number} title={`Revision ${number}`}>
          <p className="meta mb-2">
            written by {name(recordedBy)}, {when(recordedAt)}
          </p>
          <FieldTable
            content={content}
            before={revisions[at + 1]?.content ?? null}
            beforeLabel={`Revision ${number - 1}`}
            nowLabel={`Revision ${number}`}
          />
        </Section>
      ))}
    </div>
  )
}
