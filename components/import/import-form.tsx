'use client'
import { useId } from 'react'
import { type Action, ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { useFault } from '@/components/form/faults'
import { Field } from '@/components/form/field'
import './import.css'

type Props = { begin: Action; negotiations: readonly { slug: string; title: string }[] }

/** A file or a pasted table. Nothing is made of it before it was looked at. */
export function ImportForm({ begin, negotiations }: Props) {
  return (
    <div className="import-form">
      <ActionForm action={begin} submit="Check it">
        <Choice
          name="negotiation"
          label="For the negotiation"
          options={negotiations.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <TableFile />
        <Field
          prose
          name="table"
          label="Or paste a table"
          hint="From a spreadsheet, with the line of names; or CSV, or JSON."
          rows={8}
        />
      </ActionForm>
    </div>
  )
}

function TableFile() {
  const id = useId()
  const fault = useFault('file')
  return (
    <div className="form-field">
      <label htmlFor={id}>CSV or JSON file, up to 8 MB and 20,000 rows</label>
      <input
        id={id}
        type="file"
        name="file"
        accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
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
