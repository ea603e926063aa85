import { Field } from '@/components/form/field'
import '@/components/source-desk/source-desk.css'

type Told = { slug: string; title: string; summary: string; startedOn: string }

/** What is said of a negotiation as a whole. */
export function NegotiationFields({ told }: { told?: Told }) {
  return (
    <>
      <Field name="title" label="Title" defaultValue={told?.title ?? ''} />
      <Field prose name="summary" label="What it is about" rows={3} defaultValue={told?.summary ?? ''} />
      <Field
        prose
        name="startedOn"
        label="First day of the record"
        type="date"
        hint="Nothing on record is older."
        defaultValue={told?.startedOn ?? ''}
      />
      <Field
        prose
        name="slug"
        label="Address"
        hint={
          told
            ? 'The former address goes on leading here.'
            : 'The first part of its addresses. Left empty, it is made from the title.'
        }
        defaultValue={told?.slug ?? ''}
      />
    </>
  )
}
