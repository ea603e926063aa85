'use client'
import { type RefObject, useDeferredValue, useEffect, useState } from 'react'

type Props = {
  label: string
  words: string
  input: RefObject<HTMLInputElement | null>
  onWords: (words: string) => void
}

/** What is typed shows at once; the address, and with it the table, follows when it can. */
export function WordsInput({ label, words, input, onWords }: Props) {
  const [typed, setTyped] = useState(words)
  const [written, setWritten] = useState(words)
  const deferred = useDeferredValue(typed)
  // The address changed elsewhere (Back, Reset): it leads. Where it only comes after what was typed, the typing does.
  if (words !== written) {
    setWritten(words)
    setTyped(words)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: written when what was typed has settled, not when the address changes
  useEffect(() => {
    if (deferred === written) return
    setWritten(deferred)
    onWords(deferred)
  }, [deferred])
  return (
    <input
      ref={input}
      type="search"
      className="control w-60 max-sm:w-full"
      placeholder={label}
      aria-label={label}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}
