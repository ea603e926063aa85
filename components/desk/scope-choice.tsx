'use client'
import { useId } from 'react'
import { useFault } from '@/components/form/faults'

type Props = { options: readonly { value: string; label: string; meaning: string }[] }

/** What a token may file: any of these, at least one. */
export function ScopeChoice({ options }: Props) {
  const id = useId()
  const fault = useFault('scopes')
  return (
    <fieldset className="form-field" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="meta mb-1">It may</legend>
      {options.map(({ value, label, meaning }) => (
        <label key={value} className="flex items-baseline gap-2">
          <input type="checkbox" name="scopes" value={value} />
          <span>
            {label} <span className="meta">{meaning}</span>
          </span>
        </label>
      ))}
      {fault && (
        <p id={`${id}-fault`} className="form-fault">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
