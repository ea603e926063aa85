import type { ReactNode } from 'react'
import { Changes } from '@/components/correction/changes'
import { StanceBadge } from '@/components/stance/stance-badge'
import { Section } from '@/components/ui/section'
import { correctionLabel } from '@/lib/domain/correction/kinds'
import type { SeenState } from '@/lib/domain/entry/seen-view'
import { dayOf, formatHeldFrom } from '@/lib/domain/time/day'
import { formatMoment } from '@/lib/domain/time/moment'

type Props = {
  seen: readonly SeenState[]
  /** The story of its cell as this site told it at the end of a day. */
  knownHref: (day: string) => string
  /** What is said of the party's own movement, which is none of the entry. */
  children?: ReactNode
}

/** What readers saw of an entry, from when to when, and why it changed. */
export function EntryHistory({ seen, knownHref, children }: Props) {
  return (
    <Section title="What readers saw">
      <p className="meta">
        Changes of this site’s record, newest first.{' '}
        {seen[0]?.kind === 'withdrawal'
          ? 'The words of a withdrawn entry are not repeated here.'
          : 'A party that moves gets a new entry, and this one stays as it is.'}
      </p>
      {children}
      <ol className="mt-3">
        {seen.map((state) => (
          <li key={state.id} id={`publication-${state.id}`} className="border-t border-line py-3">
            <p className="font-semibold">
              {state.kind === 'first' ? 'First published' : correctionLabel({ ...state, kind: state.kind }).label}
              <span className="meta font-normal">
                {' '}
                · {formatMoment(state.from)} {state.until ? `to ${formatMoment(state.until)}` : 'until now'}
                {state.said && ` · revision ${state.revision}`}
              </span>
            </p>
            {state.reason && <p className="mt-0.5">Reason: {state.reason}</p>}
            {state.changes.length > 0 && <Changes changes={state.changes} />}
            {state.kind !== 'first' && state.said && !state.comesBack && state.changes.length === 0 && (
              <p className="meta mt-0.5">Only the citations were changed.</p>
            )}
            {state.said && state.until && <Said state={state} said={state.said} knownHref={knownHref} />}
          </li>
        ))}
      </ol>
    </Section>
  )
}

type SaidProps = { state: SeenState; said: NonNullable<SeenState['said']>; knownHref: Props['knownHref'] }

function Said({ state, said, knownHref }: SaidProps) {
  const [first, last] = [dayOf(new Date(state.from)), dayOf(new Date(state.until ?? state.from))]
  return (
    <details className="mt-1.5">
      <summary className="meta cursor-pointer">What it said then</summary>
      <div className="mt-1.5 border-l-2 border-line-strong pl-3.5">
        <p className="flex flex-wrap items-center gap-2.5">
          {formatHeldFrom(said.heldFrom, said.datePrecision)} <StanceBadge stance={said.stance} />
        </p>
        <p className="mt-1">{said.summary}</p>
        {said.terms && <p className="meta mt-1">Terms: {said.terms}</p>}
        {said.citations.map(({ source, quote }) => (
          <p key={`${source} ${quote}`} className="mt-1 font-serif">
            “{quote}”{' '}
            <a href={`/sources/${source}`} className="quiet-link meta font-sans">
              {source}
            </a>
          </p>
        ))}
        {first < last && (
          <p className="meta mt-1">
            <a href={knownHref(first)} className="quiet-link">
              The story as it was told then
            </a>
          </p>
        )}
      </div>
    </details>
  )
}
