'use client'
import { type Action, ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { FIELDS, IMPORT_FIELD_LABELS, REQUIRED } from '@/lib/domain/import/fields'
import type { Mapping } from '@/lib/domain/import/mapping'
import './import.css'

type Props = { columns: readonly string[]; mapping: Mapping; map: Action }

/** Which column holds which field. What is chosen is remembered for the next table with these columns. */
export function MappingForm({ columns, mapping, map }: Props) {
  const options = [{ value: '', label: 'no column' }, ...columns.map((name) => ({ value: name, label: name }))]
  return (
    <div className="import-mapping">
      <ActionForm action={map} submit="Check again with these columns">
        <div className="import-fields">
          {FIELDS.map((field) => (
            <div key={field}>
              <Choice
                name={field}
                label={`${IMPORT_FIELD_LABELS[field].label}${REQUIRED.includes(field) ? ' (needed)' : ''}`}
                options={options}
                defaultValue={mapping[field] ?? ''}
              />
              <p className="meta mt-1">{IMPORT_FIELD_LABELS[field].holds}</p>
            </div>
          ))}
        </div>
      </ActionForm>
    </div>
  )
}
