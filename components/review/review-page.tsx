import { Section } from '@/components/ui/section'
import { KIND_LABELS, STAGE_LABELS, STEP_LABELS } from '@/lib/domain/review/kinds'
import type { ReviewView } from '@/lib/domain/review/view'
import { FieldTable } from './field-table'
import { ReviewActions, type ReviewDecisions } from './review-actions'
import '@/components/ui/plain.css'
import './review.css'

type Props = {
  review: ReviewView
  /** Names of people by id. */
  names: Record<string, string>
  /** What this person may do. */
  may: { decide: boolean; remark: boolean; retract: boolean }
  decisions: ReviewDecisions
}

/** One change with all that is needed to decide about it. */
export function ReviewPage({ review, names, may, decisions }: Props) {
  const { kind, stage, live, content, contexts, issues, steps } = review
  const mayAmend = may.retract && stage === 'changes-requested'
  const name = (id: string) => names[id] ?? id
  return (
    <div className="desk-page">
      <p className="meta">
        {KIND_LABELS[kind].label} · {STAGE_LABELS[stage]} · revision {review.revision} · written by{' '}
        {name(review.author)}
        {review.assignee && ` · looked at by ${name(review.assignee)}`}
      </p>
      <h1 className="mt-1 text-[1.75rem]">
        {review.party} on {review.demand}
      </h1>
      {review.reason && <p className="mt-1">Reason for readers: {review.reason}</p>}
      {mayAmend && (
        <p className="mt-2">
          <a href={`/desk/entries/${review.entry}`} className="quiet-link">
            Amend it
          </a>
        </p>
      )}
      <Section title={live ? 'What changes' : 'What readers will see'}>
        <FieldTable
          content={content}
          before={live}
          beforeLabel="Readers see now"
          nowLabel={live ? 'Proposed' : 'Proposed entry'}
        />
      </Section>
      <Section title="Citations in their context">
        {contexts.map(({ before, quote, after, source }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two citations may quote the same words
          <figure key={at} className="context">
            <blockquote>
              <bdi>
                …{before}
                <mark>{quote}</mark>
                {after}…
              </bdi>
            </blockquote>
            <figcaption className="meta">
              <a href={`/desk/sources/${source.slug}`} className="quiet-link">
                {source.publisher}: {source.title}
              </a>
            </figcaption>
          </figure>
        ))}
      </Section>
      <Section title="Checks">
        <ul className="space-y-1">
          <li>✓ every quotation stands in the stored text, word for word</li>
          {issues.map(({ text }) => (
            <li key={text}>✗ {text}</li>
          ))}
          {issues.length === 0 && <li>✓ it fits the record as it stands now</li>}
          <li>{review.own ? '✗ you wrote it: a second person decides' : '✓ you did not write it'}</li>
        </ul>
      </Section>
      <Section title="What has happened">
        <ol className="space-y-2">
          {steps.map(({ id, step, actor, note, at, revision }) => (
            <li key={id}>
              <p>
                {name(actor)} {STEP_LABELS[step]}
                <span className="meta">
                  {' '}
                  · revision {revision} · <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time>
                </span>
              </p>
              {note && <p className="remark">{note}</p>}
            </li>
          ))}
        </ol>
      </Section>
      <ReviewActions
        review={{ id: review.id, version: review.version, stage, entry: review.entry }}
        may={may}
        decisions={decisions}
      />
    </div>
  )
}
