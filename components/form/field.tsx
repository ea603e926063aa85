'use client'
import { useId } from 'react'
import { useFault } from './faults'

type Props = {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  hint?: string
  defaultValue?: string
  /** What the browser may fill in. */
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'email'
}

/** A labelled field; what was wrong with it stands below it, and is read with it. */
export function Field({ name, label, type = 'text', hint, ...rest }: Props) {
  const id = useId()
  const fault = useFault(name)
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required
        className="control"
        aria-invalid={fault !== null}
        aria-describedby={described || undefined}
        spellCheck={false}
        autoCapitalize="off"
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className="meta">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="form-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
