'use client'
import type { Issue } from '@/lib/domain/draft/rules'

type Props = { issues: readonly { at: string; text: string }[]; found: boolean }

/** What is there and what is missing, each with the way to it. */
export function ReadyList({ issues, found }: Props) {
  const goTo = (at: Issue['at'] | string) => {
    const field = document.getElementById(`field-${at}`)
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  return (
    <section className="writing-box" aria-label="Ready for review?">
      <h3 className="font-sans text-[0.9375rem] font-semibold">Ready for review?</h3>
      <ul className="mt-1 space-y-1">
        {found && <li>✓ every quotation stands in the stored text, word for word</li>}
        {issues.map(({ at, text }) => (
          <li key={text}>
            ✗{' '}
            <button type="button" className="quiet-link text-left" onClick={() => goTo(at)}>
              {text}
            </button>
          </li>
        ))}
        <li className="text-muted">· a second person decides: nobody publishes what they wrote</li>
      </ul>
    </section>
  )
}
