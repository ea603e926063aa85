'use client'
import type { RefObject } from 'react'

type Props = {
  label: string
  words: string
  input?: RefObject<HTMLInputElement | null>
  onWords: (words: string) => void
}

/** A field for words that rows are found by. The address holds what is typed, letter by letter. */
export function WordsInput({ label, words, input, onWords }: Props) {
  return (
    <input
      ref={input}
      type="search"
      className="control w-60 max-sm:w-full"
      placeholder={label}
      aria-label={label}
      maxLength={200}
      value={words}
      onChange={(event) => onWords(event.target.value.toWellFormed())}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}
