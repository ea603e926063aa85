import { attributionLabel, quoteKindLabel } from '@/lib/domain/citation/kinds'
import { publisherFlagLabel, sourceKindLabel } from '@/lib/domain/source/kinds'
import type { StoryCitation } from '@/lib/domain/story/view'
import { formatDay } from '@/lib/domain/time/day'

/** A quotation set as one, with who said it on one line under it and where it stands on the next. */
export function CitationFigure({ citation }: { citation: StoryCitation }) {
  const { speaker, source } = citation
  const said = [
    speaker
      ? [
          speaker.name,
          speaker.office,
          speaker.affiliation !== null && !speaker.office.includes(speaker.affiliation) && speaker.affiliation,
        ]
          .filter(Boolean)
          .join(', ')
      : quoteKindLabel(citation.quoteKind),
    citation.saidOn && `said ${formatDay(citation.saidOn)}`,
    attributionLabel(citation.attribution),
    speaker && citation.quoteKind !== 'speaker' && quoteKindLabel(citation.quoteKind),
  ].filter(Boolean)
  return (
    <figure className="citation">
      <blockquote lang={source.language} cite={source.url ?? undefined}>
        {/* Isolated, so that words in a right-to-left script cannot turn the line around them. */}
        <bdi>{citation.quote}</bdi>
      </blockquote>
      <figcaption className="meta">
        <span className="block">{said.join(' · ')}</span>
        <span className="block">
          <bdi>{source.publisher}</bdi>:{' '}
          {source.url ? (
            <a href={source.url} rel="external noreferrer nofollow" className="quiet-link">
              <bdi>{source.title}</bdi>
            </a>
          ) : (
            <>
              <bdi>{source.title}</bdi> (no web address)
            </>
          )}
          {source.published ? `, ${formatDay(source.published)}` : ', undated page'} · {sourceKindLabel(source.kind)} ·{' '}
          <a href={`/sources/${source.slug}`} className="quiet-link">
            grade {source.grade}
            <span className="sr-only">, source record of {source.title}</span>
          </a>
          {source.publisherFlag && <span className="flag">{publisherFlagLabel(source.publisherFlag)}</span>}
        </span>
      </figcaption>
    </figure>
  )
}
