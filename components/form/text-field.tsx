'use client'
import { useId } from 'react'
import { useFault } from './faults'

type Props = {
  name: string
  label: string
  hint?: string
  defaultValue?: string
  type?: 'text' | 'date' | 'url'
  /** Lines of a field for long text. */
  rows?: number
  lang?: string
}

/** A labelled field that may stay empty, on one line or on several; what was wrong with it stands below it, and is read with it. */
export function TextField({ name, label, hint, rows, type = 'text', ...rest }: Props) {
  const id = useId()
  const fault = useFault(name)
  const shared = {
    id,
    name,
    className: 'control text-field',
    dir: 'auto',
    'aria-invalid': fault !== null,
    'aria-describedby': [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined,
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
