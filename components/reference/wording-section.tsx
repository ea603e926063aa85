import { type Action, ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { Section } from '@/components/ui/section'
import { formatDay } from '@/lib/domain/time/day'
import { formatMoment } from '@/lib/domain/time/moment'
import type { DeskWordings } from '@/lib/domain/wording/view'
import { WordFields } from './row-fields'

type Props = {
  said: DeskWordings
  fields: Record<string, string>
  names: Record<string, string>
  reword: Action
  confirm: (entries: string[]) => Action
}

/** The words of a demand: how to change them, what must be looked at since, and how they were before. */
export function WordingSection({ said: { wordings, entries, earlier }, fields, names, reword, confirm }: Props) {
  return (
    <>
      {earlier.length > 0 && (
        <Section title="Coded under an earlier wording">
          <p className="mb-2 max-w-[68ch] text-muted">
            Readers are told so until somebody has looked: each either still holds under the words of now, or is
            re-coded.
          </p>
          <ul>
            {earlier.map((entry) => (
              <li key={entry.id} className="border-t border-line py-2.5">
                <p>
                  <strong>{entry.party}</strong>, {formatDay(entry.heldFrom)}: {entry.stance}. {entry.summary}{' '}
                  <span className="meta">(wording {entry.wording})</span>
                </p>
                <div className="mt-1.5 flex flex-wrap items-center gap-3">
                  <ActionForm
                    action={confirm([entry.id])}
                    submit="Still holds"
                    label={`Still holds: entry ${entry.id}`}
                    small
                  />
                  <a href={`/desk/entries/${entry.id}`} className="quiet-link">
                    Re-code entry {entry.id}
                  </a>
                </div>
              </li>
            ))}
          </ul>
          {earlier.length > 1 && (
            <div className="mt-3">
              <ActionForm
                action={confirm(earlier.map(({ id }) => id))}
                submit={`All ${earlier.length} still hold`}
                small
              />
            </div>
          )}
        </Section>
      )}
      <Section title="What it says">
        <p className="mb-3 max-w-[68ch] text-muted">
          {entries === 0
            ? 'Nothing is coded under these words yet.'
            : `${entries === 1 ? 'One entry is' : `${entries} entries are`} coded under these words and would have to be looked at again. The words of before stay on record, for readers too.`}
        </p>
        <div className="source-form">
          <ActionForm action={reword} submit="Word it anew">
            <WordFields fields={fields} />
            <Field prose name="reason" label="Why" hint="Readers see it." />
            {entries > 0 && (
              <label className="flex items-baseline gap-2">
                <input type="checkbox" name="allHold" /> I have looked: all entries hold under the new words
              </label>
            )}
          </ActionForm>
        </div>
      </Section>
      {wordings.length > 1 && (
        <Section title="How it was worded">
          <ol>
            {wordings.map(({ number, proposition, highEnd, lowEnd, since, by, reason }) => (
              <li key={number} className="border-t border-line py-2.5">
                <p>
                  {number}. “{proposition}”
                </p>
                <p className="meta">
                  Demands: {highEnd} · Rejects: {lowEnd}
                </p>
                <p className="meta">
                  {number === 1 ? 'The first words' : `Since ${formatMoment(since)}`}
                  {by && ` by ${names[by] ?? by}`}
                  {reason && `: ${reason}`}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}
