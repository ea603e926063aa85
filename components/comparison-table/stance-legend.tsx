import { StanceBadge } from '@/components/stance/stance-badge'
import { SCALE, STANCES } from '@/lib/domain/stance/scale'

/** What the six words mean, in the words of the codebook. */
export function StanceLegend() {
  return (
    <ul className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5" aria-label="Stances towards a demand">
      {STANCES.map((stance) => (
        <li key={stance} className="flex items-center gap-1.5">
          <StanceBadge stance={stance} />
          <span className="meta max-lg:sr-only">{SCALE[stance].meaning}</span>
        </li>
      ))}
    </ul>
  )
}
