'use client'
import { ATTRIBUTIONS, attributionLabel, QUOTE_KINDS, quoteKindLabel } from '@/lib/domain/citation/kinds'
import type { DraftCitation } from '@/lib/domain/draft/content'
import type { Reference } from '@/lib/domain/draft/view'
import { SpeakerField } from './speaker-field'

type Props = {
  citations: DraftCitation[]
  party: string
  reference: Reference
  /** The article that is open. */
  open: string | null
  articles: { slug: string; title: string }[]
  /** Whether the words of a citation stand in the text that is open; null where another source, or an earlier text of this one, is cited. */
  isFound: (citation: DraftCitation) => boolean | null
  onChange: (citations: DraftCitation[]) => void
  onAddSpeaker: (name: string, office: string, affiliation: string | null) => Promise<string | null>
}

/** What carries the entry: each quotation with whose words they are, who said them, when and how. */
export function CitationList({ citations, party, reference, open, articles, isFound, onChange, onAddSpeaker }: Props) {
  const change = (at: number, part: Partial<DraftCitation>) =>
    onChange(citations.map((citation, place) => (place === at ? { ...citation, ...part } : citation)))
  return (
    <section aria-label="Citations" id="field-citations" tabIndex={-1} className="mt-4">
      {citations.length === 0 && <p className="meta">No words are cited yet: select them in the article.</p>}
      {citations.map((citation, at) => {
        const found = isFound(citation)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be cited twice while one is put right
          <fieldset key={at} className="citation-card">
            <legend className="sr-only">Citation {at + 1}</legend>
            <blockquote className="font-serif">
              “<bdi>{citation.quote}</bdi>” <sup>{at + 1}</sup>
            </blockquote>
            <p className="meta mt-1">
              {found === null
                ? citation.source === open
                  ? 'in an earlier text of this article; select the words again to cite the newer one'
                  : `in ${articles.find(({ slug }) => slug === citation.source)?.title ?? citation.source}`
                : found
                  ? '✓ found word for word in the stored text'
                  : '✗ not at this place in the stored text: select the words again'}
            </p>
            <div className="mt-2 grid gap-2 sm:grid-cols-2">
              <Choice
                label="Whose words"
                value={citation.quoteKind}
                options={QUOTE_KINDS.map((kind) => [kind, quoteKindLabel(kind)])}
                onChange={(quoteKind) => change(at, { quoteKind: quoteKind as DraftCitation['quoteKind'] })}
              />
              <Choice
                label="Attribution"
                value={citation.attribution}
                options={ATTRIBUTIONS.map((one) => [one, attributionLabel(one)])}
                onChange={(attribution) => change(at, { attribution: attribution as DraftCitation['attribution'] })}
              />
              <SpeakerField
                speaker={citation.speaker}
                party={party}
                reference={reference}
                onChoose={(speaker) => change(at, { speaker })}
                onAdd={onAddSpeaker}
              />
              <label className="field">
                <span className="field-label">Said on</span>
                <input
                  type="date"
                  className="control w-full"
                  value={citation.saidOn}
                  onChange={(event) => change(at, { saidOn: event.target.value })}
                />
              </label>
            </div>
            <button
              type="button"
              className="quiet-link meta mt-2"
              onClick={() => onChange(citations.filter((_, place) => place !== at))}
            >
              Take this citation out<span className="sr-only">: {citation.quote}</span>
            </button>
          </fieldset>
        )
      })}
    </section>
  )
}

type ChoiceProps = {
  label: string
  value: string
  options: (readonly [string, string])[]
  onChange: (value: string) => void
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <label className="field">
    <span className="field-label">{label}</span>
    <select className="control w-full" value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
