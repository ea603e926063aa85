'use client'
import { useId } from 'react'
import { useFault } from './faults'

type Props = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
}

/** Any number of a list; what was wrong with the choice stands below it, and is read with it. */
export function Checks({ name, label, options, chosen }: Props) {
  const id = useId()
  const fault = useFault(name)
  return (
    <fieldset className="form-field" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="text-sm text-muted">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1 py-1">
        {options.map(({ value, label: said }) => (
          <span key={value} className="flex items-baseline gap-1.5">
            <input
              id={`${id}-${value}`}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={fault !== null}
            />
            <label htmlFor={`${id}-${value}`} className="!text-ink">
              {said}
            </label>
          </span>
        ))}
        {options.length === 0 && <span className="meta">None yet.</span>}
      </div>
      {fault && (
        <p id={`${id}-fault`} className="form-fault">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
