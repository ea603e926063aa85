'use client'
import { startTransition, useActionState } from 'react'
import { type FormState, QUIET } from '@/lib/http/form-state'

type Props = {
  source: string
  negotiations: { slug: string; title: string }[]
  begin: (before: FormState, form: FormData) => Promise<FormState>
}

/** Begins an entry from an article. */
export function BeginForm({ source, negotiations, begin }: Props) {
  const [state, run, busy] = useActionState(begin, QUIET)
  return (
    <form
      className="mt-4 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        startTransition(() => run(form))
      }}
    >
      <input type="hidden" name="source" value={source} />
      {negotiations.length === 1 ? (
        <input type="hidden" name="negotiation" value={negotiations[0]?.slug} />
      ) : (
        <label className="block">
          <span className="field-label">Negotiation</span>
          <select name="negotiation" className="control">
            {negotiations.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="control control-strong" disabled={busy}>
        Write an entry
      </button>
      {state.problem && <p role="alert">{state.problem}</p>}
    </form>
  )
}
