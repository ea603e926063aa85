'use client'
import { useId } from 'react'
import { useFault } from '@/components/form/faults'

export function FileField() {
  const id = useId()
  const fault = useFault('file')
  return (
    <div className="form-field">
      <label htmlFor={id}>Web page, plain text or PDF with a text layer, up to 5 MB</label>
      <input
        id={id}
        type="file"
        name="file"
        accept=".txt,.html,.htm,.pdf,text/plain,text/html,application/pdf"
        className="control"
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />
      {fault && (
        <p id={`${id}-fault`} className="form-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
