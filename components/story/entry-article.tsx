import type { ReactNode } from 'react'
import { StanceBadge } from '@/components/stance/stance-badge'
import { salienceLabel } from '@/lib/domain/entry/kinds'
import { basisLabel, shiftLabel } from '@/lib/domain/shift/kinds'
import { SCALE } from '@/lib/domain/stance/scale'
import type { StoryEntry } from '@/lib/domain/story/view'
import { formatHeldFrom, formatSpan } from '@/lib/domain/time/day'
import { CitationFigure } from './citation-figure'

/** One entry: since when, what is held, how it relates to the one before, and the words that support it. */
export function EntryArticle({ entry, negotiation, who }: { entry: StoryEntry; negotiation: string; who?: ReactNode }) {
  const salience = salienceLabel(entry.salience)
  return (
    <article
      className="entry"
      id={entry.id}
      aria-label={`Entry of ${formatHeldFrom(entry.heldFrom, entry.datePrecision)}`}
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {who}
        <p className="text-[0.9375rem] font-semibold">
          <time dateTime={entry.heldFrom}>{formatHeldFrom(entry.heldFrom, entry.datePrecision)}</time>
        </p>
        <StanceBadge stance={entry.stance} />
        {entry.from && entry.from !== entry.stance && (
          <span className="meta">from {SCALE[entry.from].label.toLowerCase()}</span>
        )}
        {salience && <span className="meta">{salience}</span>}
        {!entry.onRecord && <span className="meta">not on the record</span>}
        <a
          href={`/e/${entry.id}`}
          className="quiet-link meta ml-auto"
          aria-label={`Permanent address of entry ${entry.id}`}
        >
          {entry.id}
        </a>
      </div>
      <p className="mt-1.5">{entry.summary}</p>
      {entry.terms && (
        <p className="mt-1 text-[0.9375rem]">
          <span className="text-muted">Terms: </span>
          {entry.terms}
        </p>
      )}
      {entry.shift && (
        <p className="meta mt-1">
          <span className="first-letter:uppercase inline-block">{shiftLabel(entry.shift.type)}</span>,{' '}
          {basisLabel(entry.shift.basis)}
          {entry.shift.note && `: ${entry.shift.note}`}
        </p>
      )}
      {entry.event && (
        <p className="meta">
          Occasion:{' '}
          <a href={`/${negotiation}/on/${entry.event.date}`} className="quiet-link">
            {entry.event.title}, {formatSpan(entry.event.date, entry.event.endDate)}
          </a>
        </p>
      )}
      {entry.citations.map((citation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of citations is part of the entry
        <CitationFigure key={at} citation={citation} />
      ))}
    </article>
  )
}
