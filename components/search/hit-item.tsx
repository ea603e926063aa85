import { StanceBadge } from '@/components/stance/stance-badge'
import type { Hit } from '@/lib/domain/search/schema'
import { formatDay, formatHeldFrom } from '@/lib/domain/time/day'
import { Marked } from './marked'

type Props = {
  hit: Hit
  words: ReadonlySet<string>
  /** Shown where several negotiations are searched. */
  within: string | null
}

/** One result: what it is called, what it says, and of an entry the words that answer. */
export function HitItem({ hit, words, within }: Props) {
  return (
    <li className="hit">
      <h3 className="text-[1.0625rem]">
        <a href={hit.path} className="quiet-link">
          <Marked text={hit.title} words={words} />
        </a>
      </h3>
      {(hit.stance || hit.on || within) && (
        <p className="meta mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {hit.stance && <StanceBadge stance={hit.stance} />}
          {hit.on && <span>{hit.datePrecision ? formatHeldFrom(hit.on, hit.datePrecision) : formatDay(hit.on)}</span>}
          {within && <span>{within}</span>}
        </p>
      )}
      {hit.text && (
        <p className="mt-1">
          <Marked text={hit.text} words={words} />
        </p>
      )}
      {hit.quote && (
        <blockquote className="hit-quote mt-1.5">
          “<Marked text={hit.quote} words={words} />”
        </blockquote>
      )}
    </li>
  )
}
