import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { StanceMark } from './stance-mark'

/** A stance as mark, word and colour, so that none of the three stands alone. Null: no stated position. */
export function StanceBadge({
  stance,
  noPosition = 'No stated position',
}: {
  stance: Stance | null
  noPosition?: string
}) {
  if (!stance) return <span className="stance stance-none">{noPosition}</span>
  return (
    <span className={`stance stance-${stance}`}>
      <StanceMark stance={stance} />
      {SCALE[stance].label}
    </span>
  )
}
