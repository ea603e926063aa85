'use client'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Span, Suggestion } from '@/lib/domain/suggestion/rules'
import { segmentsOf } from './offsets'

type Props = {
  text: string
  language: string
  cited: Span[]
  suggestions: Suggestion[]
  sentences: Span[]
  /** Places in UTF-16 units of the text. */
  onCite: (span: Span) => void
  onSuggestion: (suggestion: Suggestion) => void
}

/**
 * The stored text, in which words are selected by mouse, touch or keyboard: the arrows go from sentence to sentence, with Shift they
 * change the selection word by word, Enter cites it, E makes an entry of a suggested sentence.
 */
export function ArticleText({ text, language, cited, suggestions, sentences, onCite, onSuggestion }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const sentence = useRef(-1)
  const [selected, setSelected] = useState<Span | null>(null)
  const segments = useMemo(() => segmentsOf(text, cited, suggestions), [text, cited, suggestions])

  const look = () => setSelected(selectionIn(box.current))
  const cite = () => {
    const span = selectionIn(box.current)
    if (!span) return
    onCite(trimmed(text, span))
    getSelection()?.removeAllRanges()
    setSelected(null)
  }
  const goTo = (at: number) => {
    const span = sentences[at]
    if (!span || !box.current) return
    sentence.current = at
    select(box.current, span)
    look()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key, shiftKey } = event
    if (shiftKey && /^Arrow(Left|Right|Up|Down)$/.test(key)) {
      const [way, by] = {
        ArrowLeft: ['backward', 'word'],
        ArrowRight: ['forward', 'word'],
        ArrowUp: ['backward', 'line'],
        ArrowDown: ['forward', 'line'],
      }[key] as [string, string]
      getSelection()?.modify('extend', way, by)
      look()
    } else if (key === 'ArrowDown') goTo(Math.min(sentences.length - 1, sentence.current + 1))
    else if (key === 'ArrowUp') goTo(Math.max(0, sentence.current - 1))
    else if (key === 'Enter') cite()
    else if (key.toLowerCase() === 'e') {
      const suggestion = suggestions.find(({ start }) => start === sentences[sentence.current]?.start)
      if (suggestion) onSuggestion(suggestion)
    } else return
    event.preventDefault()
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of passages, not of fields */}
      <div
        ref={box}
        role="group"
        aria-label="Stored text of the article"
        aria-describedby="article-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: words in it are selected by keyboard
        tabIndex={0}
        lang={language}
        className="article-text"
        onKeyDown={onKeyDown}
        onMouseUp={look}
        onKeyUp={look}
        onTouchEnd={look}
      >
        {segments.map((segment) => (
          <span
            key={segment.start}
            data-start={segment.start}
            className={
              [segment.cited.length > 0 && 'is-cited', segment.suggested !== null && 'is-suggested']
                .filter(Boolean)
                .join(' ') || undefined
            }
          >
            {segment.text}
          </span>
        ))}
      </div>
      <div className="article-bar" aria-live="polite">
        {selected ? (
          <button type="button" className="control" onClick={cite}>
            Cite these words <kbd className="key">Enter</kbd>
          </button>
        ) : (
          <span className="meta" id="article-keys">
            Select words to cite them. By keyboard: ↓ ↑ sentence, Shift with arrows changes the selection, Enter cites,
            E makes an entry of an underlined sentence.
          </span>
        )}
      </div>
    </>
  )
}

/** The selection as a place in the text; null where nothing, or something else, is selected. */
function selectionIn(box: HTMLElement | null): Span | null {
  const selection = getSelection()
  if (!box || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [
    placeOf(box, range.startContainer, range.startOffset),
    placeOf(box, range.endContainer, range.endOffset),
  ]
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Counts what stands before, so that it does not matter how the text is cut into pieces. */
function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  if (!box.contains(node)) return null
  const before = document.createRange()
  before.selectNodeContents(box)
  before.setEnd(node, offset)
  return before.toString().length
}

function select(box: HTMLElement, { start, end }: Span): void {
  const at = (place: number): [Node, number] => {
    let left = place
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node as Text
      if (left <= length) return [node, left]
      left -= length
    }
    return [box, box.childNodes.length]
  }
  const range = document.createRange()
  range.setStart(...at(start))
  range.setEnd(...at(end))
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

/** Without the space that a double click takes along. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}
