import type { ReactNode } from 'react'
import { ReviewLines } from '@/components/review/review-lines'
import { Section } from '@/components/ui/section'
import type { DraftLine } from '@/lib/domain/draft/view'
import type { ReviewLine } from '@/lib/domain/review/view'
import type { FlagLine } from '@/lib/domain/source/flag-view'
import { DraftLines } from './draft-lines'
import { FlagLines } from './flag-lines'

type Props = {
  /** Null for those who do not write. */
  drafts: DraftLine[] | null
  own: ReviewLine[]
  /** How many changes this person could decide about; null for those who do not review. */
  waiting: number | null
  /** Cited words that changed; none for those who cannot mend it. */
  flagged: { flags: FlagLine[]; total: number }
  today: string
  names: Record<string, string>
  negotiations: Record<string, string>
  children: ReactNode
}

/** What is to be gone on with: one's drafts, one's changes under review, and what waits for one. */
export function DeskHome({ drafts, own, waiting, flagged, today, names, negotiations, children }: Props) {
  return (
    <>
      {waiting !== null && (
        <p className="mt-2">
          <a href="/desk/queue" className="quiet-link">
            {waiting === 0
              ? 'Nothing waits for your review'
              : waiting === 1
                ? 'One change waits for review'
                : `${waiting} changes wait for review`}
          </a>
        </p>
      )}
      {flagged.total > 0 && (
        <Section title="Cited words that changed">
          <FlagLines {...flagged} today={today} />
        </Section>
      )}
      {drafts && (
        <Section title="You are writing">
          {drafts.length > 0 ? (
            <DraftLines drafts={drafts} today={today} negotiations={negotiations} />
          ) : (
            <p className="text-muted">
              Nothing.{' '}
              <a href="/desk/sources" className="quiet-link">
                Choose an article
              </a>{' '}
              to write an entry from, or{' '}
              <a href="/desk/entries" className="quiet-link">
                find an entry
              </a>{' '}
              to change.
            </p>
          )}
        </Section>
      )}
      {own.length > 0 && (
        <Section title="Where yours stand">
          <ReviewLines
            lines={own}
            names={names}
            today={today}
            negotiations={negotiations}
            own
            caption="Your changes, the latest first"
          />
        </Section>
      )}
      {children}
    </>
  )
}
