'use client'
import { StanceMark } from '@/components/stance/stance-mark'
import type { DraftContent } from '@/lib/domain/draft/content'
import type { Reference } from '@/lib/domain/draft/view'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'

const STEPS: Stance[] = ['rejects', 'opposes', 'conditional', 'accepts', 'demands']

type Props = {
  demand: Reference['demands'][number] | null
  stance: DraftContent['stance']
  onChoose: (stance: Stance) => void
}

/** The five steps and the aside, under the sentence that they are about, with both ends written out. */
export function StanceControl({ demand, stance, onChoose }: Props) {
  const option = (step: Stance) => (
    <label key={step} className="stance-step" data-chosen={stance === step || undefined} data-stance={step}>
      <input
        type="radio"
        name="stance"
        value={step}
        checked={stance === step}
        onChange={() => onChoose(step)}
        className="sr-only"
      />
      <StanceMark stance={step} /> {SCALE[step].label}
    </label>
  )
  return (
    <fieldset className="mt-3" id="field-stance" tabIndex={-1}>
      <legend className="field-label">
        Stance towards {demand ? <q className="font-serif">{demand.proposition}</q> : 'the demand’s proposition'}
      </legend>
      <div className="stance-steps">{STEPS.map(option)}</div>
      <div className="mt-1.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="stance-steps stance-aside">{option('ambiguous')}</div>
        {stance && <span className="meta">{SCALE[stance].meaning}</span>}
      </div>
      {demand && (
        <p className="meta mt-1.5 grid grid-cols-2 gap-4">
          <span>Rejects: {demand.lowEnd}</span>
          <span className="text-right">Demands: {demand.highEnd}</span>
        </p>
      )}
    </fieldset>
  )
}
