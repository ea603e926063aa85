import { Checks } from '@/components/form/checks'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import type { Kind, Option } from '@/lib/domain/reference/kinds'
import '@/components/source-desk/source-desk.css'

type Props = {
  kind: Kind
  /** What stands there; empty for a new row. */
  fields: Record<string, string>
  options: { parties: Option[]; topics: Option[] }
  /** A new demand says its words here; later they are amended apart, with a reason. */
  withWords?: boolean
}

const ROLES = ['belligerent', 'mediator', 'backer'].map((value) => ({ value, label: value }))
const EVENT_KINDS = ['talks', 'summit', 'document', 'statement'].map((value) => ({ value, label: value }))

/** The fields of a party, speaker, topic, demand or event. */
export function RowFields({ kind, fields, options, withWords = false }: Props) {
  const at = (name: string) => ({ name, defaultValue: fields[name] ?? '' })
  const isNew = fields.slug === undefined
  return (
    <>
      {kind === 'party' && (
        <>
          <Field label="Name" {...at('name')} />
          <Field label="Short name, as the head of its column" {...at('shortName')} />
          <Choice label="Role" options={ROLES} {...at('role')} />
          <Field prose label="Note for readers" rows={2} {...at('note')} />
        </>
      )}
      {kind === 'speaker' && (
        <>
          <Field label="Name" {...at('name')} />
          <Field label="Office" {...at('office')} />
          <Choice label="Speaks for" options={options.parties} {...at('party')} />
          <Field
            prose
            label="Affiliation"
            hint="Within a party of several: Germany, European Commission."
            {...at('affiliation')}
          />
        </>
      )}
      {kind === 'topic' && <Field label="Title" {...at('title')} />}
      {kind === 'demand' && (
        <>
          <Field label="Title" hint="A few words, as the head of its row." {...at('title')} />
          <Choice label="Topic" options={options.topics} {...at('topic')} />
          {withWords && <WordFields fields={fields} />}
          <Checks name="raisedBy" label="Raised by" options={options.parties} chosen={listOf(fields.raisedBy)} />
          <Field
            prose
            label="Keywords"
            hint="With commas. Sentences of an article that hold one are underlined."
            {...at('keywords')}
          />
        </>
      )}
      {kind === 'event' && (
        <>
          <Field label="Title" {...at('title')} />
          <Field prose label="Day" type="date" {...at('date')} />
          <Field prose label="Last day, where it took several" type="date" {...at('endDate')} />
          <Field prose label="Place" {...at('place')} />
          <Choice label="Kind" options={EVENT_KINDS} {...at('kind')} />
          <Checks
            name="participants"
            label="Took part"
            options={options.parties}
            chosen={listOf(fields.participants)}
          />
          <Field prose label="Source that attests it" hint="The last part of the source’s address." {...at('source')} />
        </>
      )}
      <Field
        prose
        label="Address"
        hint={
          isNew
            ? 'Small letters, digits and hyphens. Left empty, it is made from the name.'
            : 'The former address goes on leading here.'
        }
        {...at('slug')}
      />
    </>
  )
}

/** What a demand says: its proposition and both ends of its scale. */
export function WordFields({ fields }: { fields: Record<string, string> }) {
  const at = (name: string) => ({ name, defaultValue: fields[name] ?? '' })
  return (
    <>
      <Field prose label="Proposition" hint="A neutral, positive sentence." rows={2} {...at('proposition')} />
      <Field prose label="The end that demands it" rows={2} {...at('highEnd')} />
      <Field prose label="The end that rejects it" rows={2} {...at('lowEnd')} />
    </>
  )
}

const listOf = (text = '') => text.split(', ').filter(Boolean)
