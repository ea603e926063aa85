import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { StanceBadge } from '@/components/stance/stance-badge'
import { ATTRIBUTIONS, attributionLabel } from '@/lib/domain/citation/kinds'
import { SHIFT_KINDS, shiftLabel } from '@/lib/domain/shift/kinds'
import { SCALE, STANCES, type Stance } from '@/lib/domain/stance/scale'

export const metadata: Metadata = {
  title: 'Method',
  description: 'How positions are coded, what the words and figures mean, and what this site cannot tell.',
}

const ATTRIBUTION_MEANING: Record<(typeof ATTRIBUTIONS)[number], string> = {
  'official-document': 'published by the party, or quoted from such a text',
  'on-record': 'said in public by a named person, or paraphrased as such',
  readout: 'a party’s own account of a talk or meeting',
  background: 'officials or sources who are not named',
  leaked: 'an unpublished text made known by the press',
  reported: 'stated by the reporter, or by another party about this one',
}

const SHIFT_MEANING: Record<(typeof SHIFT_KINDS)[number], string> = {
  'new-position': 'the first position in this record, which need not be the first in history',
  reaffirmation: 'the same position stated again; no shift, but it resets the clock',
  clarification: 'the same side, said more exactly or in other strength',
  concession: 'towards the other side',
  'conditional-offer': 'openness on stated terms where there was none',
  reversal: 'from one side of the scale to the other',
  hardening: 'away from the other side',
  'withdrawn-offer': 'an offer taken back',
}

function stanceInWords(stance: Stance): string {
  const { value, meaning } = SCALE[stance]
  const number = value === null ? 'no number' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}`
  return `${meaning} (${number})`
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-9">
      <h2 className="mb-2 text-[1.375rem]">{title}</h2>
      <div className="space-y-3">{children}</div>
    </section>
  )
}

function Words({ rows }: { rows: [ReactNode, string][] }) {
  return (
    <dl className="grid grid-cols-[minmax(8.5rem,auto)_1fr] gap-x-4 gap-y-2">
      {rows.map(([word, meaning]) => (
        <div key={meaning} className="contents">
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}

export default function MethodPage() {
  return (
    <article className="mx-auto max-w-[46rem] px-6 pt-8 text-[1.0313rem]">
      <h1 className="text-[2rem]">How positions are coded</h1>
      <p className="mt-3">
        Parley answers one question: what is each party on record as holding on each demand, since when, and who says
        so. Every entry rests on words quoted from a source, and a published quotation is found character for character
        in the stored text of that source.
      </p>
      <Section title="Demands and stances">
        <p>
          A demand is a neutral, positive sentence that at least one party asks for. Every stance is a stance towards
          that sentence, so a party that wants the opposite stands at the other end: Ukraine’s wish to join NATO is{' '}
          <em>rejects</em> on “Ukraine renounces NATO membership”.
        </p>
        <Words rows={STANCES.map((stance) => [<StanceBadge key={stance} stance={stance} />, stanceInWords(stance)])} />
        <p>
          Where nothing was found, the table says “no stated position”. That is not the same as neutral. A demand that
          is part of a final deal, or plain reciprocity, is not counted as a condition.
        </p>
      </Section>
      <Section title="Dates">
        <p>
          Four dates are kept apart: when words were said, when the source published them, from when the position was
          held, and when it was recorded here. A table as of a day shows, for each party and demand, the entry with the
          latest “held from” not after that day. “173 days ago” counts from the last time a position was stated to the
          day of the table.
        </p>
      </Section>
      <Section title="Shifts">
        <p>
          A shift is two consecutive entries of one party on one demand that differ, in stance or in terms. Its kind is
          the coder’s reading unless the source itself calls it a change, and each says which.
        </p>
        <Words rows={SHIFT_KINDS.map((kind) => [shiftLabel(kind), SHIFT_MEANING[kind]])} />
      </Section>
      <Section title="Spread">
        <p>
          The largest minus the smallest stance among the parties that hold one on the day. No difference is “same
          step”, four steps are “opposite ends”. Ambiguous and missing positions have no place on the scale and do not
          count.
        </p>
      </Section>
      <Section title="Who says so">
        <Words
          rows={ATTRIBUTIONS.map((attribution) => [attributionLabel(attribution), ATTRIBUTION_MEANING[attribution]])}
        />
        <p>
          “On the record only” counts the entries with at least one citation of the first three sorts, and derives every
          cell anew from them. The number of sources is the number of different articles or documents behind the present
          stance since it was taken.
        </p>
        <p>
          Sources carry a grade from A to F for the use made of them here, after the Admiralty code: B for agencies,
          papers of record and institutions that publish their own text, C for other outlets that quote at length, D for
          state media on their own government and for outlets that retell, E for partisan aggregators. A grade speaks
          about the channel, not about whether a party meant what it said. State media are labelled and are good for
          what their own side says.
        </p>
      </Section>
      <Section title="What this site cannot tell you">
        <ul className="list-disc space-y-1.5 pl-5">
          <li>What was said behind closed doors, or what a party would accept in the end. It makes no forecasts.</li>
          <li>What nobody recorded: coverage is uneven over the years, and a gap is a gap in the record.</li>
          <li>
            Differences among Europeans, who stand in one column; the speaker or institution is named on each citation.
          </li>
          <li>Fine shades of wording: most quotations were translated, some of them twice.</li>
          <li>Agreement between coders: the entries were coded by one.</li>
        </ul>
      </Section>
      <Section title="Changes to the record">
        <p>
          Nothing published is overwritten or deleted. A correction is a new revision beside the old one, and a
          withdrawn entry keeps its address with the reason and the date. A change in the world and a change in the
          record are never shown as each other.
        </p>
        <p>
          Each entry tells what readers saw of it, from when to when, and why it changed. The whole table can be seen as
          this site showed it on an earlier day: “Known now” above the table leads there, and the address of such a view
          keeps its content.{' '}
          <a href="/corrections" className="quiet-link">
            Corrections
          </a>{' '}
          are listed, and{' '}
          <a href="/data#check" className="quiet-link">
            anybody can check
          </a>{' '}
          that none of the history was changed afterwards.
        </p>
      </Section>
    </article>
  )
}
