import type { SourceView } from '@/lib/domain/source/view'
import './source.css'

/** The cited words, marked, with what is kept of the text around them, and the numbers of the entries that rest on them. */
export function Passages({ view: { source, passages, entries } }: { view: SourceView }) {
  return (
    <>
      {passages.map(({ prefix, quote, suffix, before, after, entries: supported }) => (
        <blockquote key={prefix + quote} className="passage" lang={source.language} cite={source.url ?? undefined}>
          <p>
            <bdi>
              {before && '… '}
              {prefix}
              <mark>{quote}</mark>
              {suffix}
              {after && ' …'}
            </bdi>
            {supported.map((id) => (
              <sup key={id} lang="en">
                <a href={`#${id}`} className="quiet-link">
                  <span className="sr-only">Entry </span>
                  {entries.findIndex((entry) => entry.id === id) + 1}
                </a>
              </sup>
            ))}
          </p>
        </blockquote>
      ))}
      <p className="meta">Only the passages cited are shown; the words belong to their publishers and authors.</p>
    </>
  )
}
