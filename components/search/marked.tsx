import { markWords } from '@/lib/domain/search/marks'

/** A text with the found words marked. */
export function Marked({ text, words }: { text: string; words: ReadonlySet<string> }) {
  return (
    <bdi>
      {markWords(text, words).map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
        piece.found ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </bdi>
  )
}
