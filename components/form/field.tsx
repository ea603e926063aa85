'use client'
import { useId } from 'react'
import { useFault } from './faults'

type Props = {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'date' | 'url'
  hint?: string
  defaultValue?: string
  /** What the browser may fill in. */
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'email'
  /** Some may be left empty. */
  required?: boolean
  /** For what is read as text, in whatever language: its own direction, checked and begun as the browser does it. */
  prose?: boolean
  lang?: string
  /** Lines of a field for long text. */
  rows?: number
}

/** A labelled field, on one line or on several; what was wrong with it stands below it, and is read with it. */
export function Field({ name, label, type = 'text', hint, rows, prose = false, required = !prose, ...rest }: Props) {
  const id = useId()
  const fault = useFault(name)
  const shared = {
    id,
    name,
    required,
    'aria-invalid': fault !== null,
    'aria-describedby': [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined,
    ...(prose
      ? { className: 'control text-field', dir: 'auto' }
      : { className: 'control', spellCheck: false, autoCapitalize: 'off' }),
    ...rest,
  }
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} type={type} />}
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
