import { type Action, ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { Section } from '@/components/ui/section'
import type { MergeLine, MergePreview } from '@/lib/domain/merge/view'
import type { Option } from '@/lib/domain/reference/kinds'
import { formatDay } from '@/lib/domain/time/day'
import { formatMoment } from '@/lib/domain/time/moment'
import '@/components/source-desk/source-desk.css'

type Props = {
  noun: string
  self: string
  /** The others to choose from; null where they are too many and one is named by its address. */
  others: Option[] | null
  asked: string
  preview: MergePreview | null
  /** Why what was asked for cannot be. */
  problem: string | null
  merges: MergeLine[]
  names: Record<string, string>
  merge: Action
  undo: (id: number) => Action
}

/** Says that two are one: first what that would change, then the doing; and what was merged so far, to be undone. */
export function MergeSection({ noun, self, others, asked, preview, problem, merges, names, merge, undo }: Props) {
  return (
    <Section title={`Merge with another ${noun}`}>
      {merges.length > 0 && (
        <ul className="mb-4">
          {merges.map(({ id, from, into, reason, at, by }) => (
            <li key={id} className="border-t border-line py-2.5">
              <p>
                <bdi>{from.name}</bdi> ({from.slug}) is shown as <bdi>{into.name}</bdi> ({into.slug})
              </p>
              <p className="meta mb-1.5">
                Since {formatMoment(at)} by {names[by] ?? by}: {reason}
              </p>
              <ActionForm action={undo(id)} submit="Undo" label={`Undo the merge of ${from.slug}`} small />
            </li>
          ))}
        </ul>
      )}
      {!merges.some(({ from }) => from.slug === self) && (
        <>
          <p className="mb-3 max-w-[68ch] text-muted">
            This one’s address then leads to the other’s, and readers see the other one in its place. Nothing is
            rewritten, and it can be undone.
          </p>
          <form className="flex flex-wrap items-end gap-3">
            <div className="grid gap-1">
              <label htmlFor="merge-into" className="text-sm text-muted">
                Into
              </label>
              {others ? (
                <select id="merge-into" name="into" defaultValue={asked} className="control">
                  <option value="">Choose one</option>
                  {others.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  id="merge-into"
                  name="into"
                  defaultValue={asked}
                  className="control"
                  maxLength={80}
                  placeholder="last part of its address"
                />
              )}
            </div>
            <button type="submit" className="control">
              Show what would change
            </button>
          </form>
          {problem && (
            <p role="status" className="mt-3 font-semibold">
              {problem}
            </p>
          )}
          {preview && <Preview preview={preview} merge={merge} />}
        </>
      )}
    </Section>
  )
}

function Preview({
  preview: { from, into, entries, citations, shared, remarks },
  merge,
}: {
  preview: MergePreview
  merge: Action
}) {
  const name = { from: from.name, into: into.name }
  return (
    <section aria-label="What would change" className="mt-4 border-l-2 border-line pl-4">
      <p>
        <strong>
          <bdi>{from.name}</bdi>
        </strong>{' '}
        would be shown as{' '}
        <strong>
          <bdi>{into.name}</bdi>
        </strong>
        : {entries === 1 ? 'one entry' : `${entries} entries`} with{' '}
        {citations === 1 ? 'one citation' : `${citations} citations`}.
      </p>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {shared.length > 0 && (
        <>
          <p className="mt-2">
            Both hold something on {shared.length === 1 ? 'one demand' : `${shared.length} demands`}. From then on it is
            one line, by date:
          </p>
          <ul className="mt-1 space-y-2">
            {shared.map(({ demand, held }) => (
              <li key={demand}>
                <p className="font-semibold">{demand}</p>
                <ul>
                  {held.map(({ entry, heldFrom, stance, side }) => (
                    <li key={entry} className="meta">
                      {formatDay(heldFrom)}: {stance} ({name[side]}, entry {entry})
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-3">
        <div className="source-form">
          <ActionForm action={merge} submit="Merge">
            <Field prose name="reason" label="Why" />
          </ActionForm>
        </div>
      </div>
    </section>
  )
}
