import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { StanceMark } from './stance-mark'

type Props = { stance: Stance | null; noPosition?: string }

export const stanceClass = (stance: Stance | null) => `stance stance-${stance ?? 'none'}`

/** A stance as mark, word and colour, so that none of the three stands alone. Null: no stated position. */
export function StanceBadge(props: Props) {
  return (
    <span className={stanceClass(props.stance)}>
      <StanceWords {...props} />
    </span>
  )
}

/** What stands in a badge; whatever it stands in has the class of the stance. */
export function StanceWords({ stance, noPosition = 'No stated position' }: Props) {
  if (!stance) return noPosition
  return (
    <>
      <StanceMark stance={stance} />
      {SCALE[stance].label}
    </>
  )
}
