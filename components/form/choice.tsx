'use client'
import { useId } from 'react'
import { useFault } from './faults'

type Props = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string
  /** In a row of a table, whose heads say what it is: the label is read, not shown. */
  compact?: boolean
}

export function Choice({ name, label, options, defaultValue, compact = false }: Props) {
  const id = useId()
  const fault = useFault(name)
  return (
    <div className="form-field">
      <label htmlFor={id} className={compact ? 'sr-only' : undefined}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        // A new default, after a change, is a new field.
        key={defaultValue}
        defaultValue={defaultValue}
        className="control"
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {fault && (
        <p id={`${id}-fault`} className="form-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
