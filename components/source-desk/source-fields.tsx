'use client'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import {
  GRADE_MEANING,
  GRADES,
  PUBLISHER_FLAGS,
  publisherFlagLabel,
  SOURCE_KINDS,
  sourceKindLabel,
  TITLE_BASES,
  TITLE_BASIS_LABELS,
} from '@/lib/domain/source/kinds'
import './source-desk.css'

/** The fields of a source as a form holds them: text, empty where nothing is said. */
export type SourceTexts = Record<
  | 'kind'
  | 'publisher'
  | 'publisherFlag'
  | 'title'
  | 'titleBasis'
  | 'url'
  | 'published'
  | 'publishedBasis'
  | 'language'
  | 'grade'
  | 'note'
  | 'authors'
  | 'archivedUrl',
  string
>

/** What is said about a source, for the researcher to correct. */
export function SourceFields({ value }: { value: SourceTexts }) {
  return (
    <>
      <Field prose name="title" label="Title" defaultValue={value.title} lang={value.language || undefined} />
      <div className="source-grid">
        <Field prose name="publisher" label="Publisher" defaultValue={value.publisher} />
        <Field prose name="authors" label="Authors (may be empty)" defaultValue={value.authors} />
        <Field
          prose
          name="published"
          label="Published on (empty if undated)"
          type="date"
          defaultValue={value.published}
        />
        <Field prose name="publishedBasis" label="Where the date is from" defaultValue={value.publishedBasis} />
        <Field prose name="language" label="Language" hint="A tag such as en, uk or ru" defaultValue={value.language} />
        <Choice
          name="titleBasis"
          label="The title is"
          defaultValue={value.titleBasis}
          options={TITLE_BASES.map((basis) => ({ value: basis, label: TITLE_BASIS_LABELS[basis] }))}
        />
        <Choice
          name="kind"
          label="Kind"
          defaultValue={value.kind}
          options={SOURCE_KINDS.map((kind) => ({ value: kind, label: sourceKindLabel(kind) }))}
        />
        <Choice
          name="publisherFlag"
          label="Label of the publisher"
          defaultValue={value.publisherFlag}
          options={[
            { value: '', label: 'none' },
            ...PUBLISHER_FLAGS.map((flag) => ({ value: flag, label: publisherFlagLabel(flag) })),
          ]}
        />
      </div>
      <Choice
        name="grade"
        label="Grade, for the use made of it here"
        defaultValue={value.grade}
        options={GRADES.map((grade) => ({ value: grade, label: `${grade}: ${GRADE_MEANING[grade]}` }))}
      />
      <Field
        prose
        name="url"
        label="Address that readers are sent to (may be empty)"
        type="url"
        defaultValue={value.url}
      />
      <Field
        prose
        name="archivedUrl"
        label="Address of an archived copy (may be empty)"
        type="url"
        defaultValue={value.archivedUrl}
      />
      <Field prose name="note" label="Limits that readers should know (may be empty)" defaultValue={value.note} />
    </>
  )
}
