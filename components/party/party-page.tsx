import { MoreShifts } from '@/components/shift/more-shifts'
import { MoveList } from '@/components/shift/move-list'
import { TakeAlong } from '@/components/site/take-along'
import { Section } from '@/components/ui/section'
import type { PartyView } from '@/lib/domain/party/build'
import { EVERY_SHIFT, formatShiftChoice } from '@/lib/domain/shift/choice'
import { formatDay } from '@/lib/domain/time/day'
import { PartyMark } from './party-mark'
import { PartyStances } from './party-stances'
import '@/components/ui/plain.css'

/** A party: where it stands on everything, what it asks for, how it moved, and who speaks for it. */
export function PartyPage({ view }: { view: PartyView }) {
  const { negotiation, party, place, others, stances, entries, moves, shifts, speakers } = view
  const raised = stances.filter((stance) => stance.raised)
  const silent = stances.filter(({ position }) => !position).length
  return (
    <article className="mx-auto max-w-[66rem] px-4 pt-5 sm:px-6">
      <nav aria-label="Around this party" className="meta flex flex-wrap gap-x-4 gap-y-1">
        <a href={`/${negotiation.slug}`} className="quiet-link">
          ← The whole table
        </a>
        <span>
          The others:{' '}
          {others.map(({ slug, shortName }, at) => (
            <span key={slug}>
              {at > 0 && ', '}
              <a href={`/${negotiation.slug}/party/${slug}`} className="quiet-link">
                {shortName}
              </a>
            </span>
          ))}
        </span>
      </nav>
      <p className="meta mt-4">
        {party.role} · {entries.toLocaleString('en-GB')} entries · {shifts.toLocaleString('en-GB')} shifts
      </p>
      <h1 className="mt-0.5 flex items-center gap-2.5 text-[2rem]">
        <PartyMark place={place} size={20} />
        {party.name}
      </h1>
      {party.note && <p className="mt-1.5 max-w-[74ch]">{party.note}</p>}

      <Section title="Where it stands">
        <PartyStances view={view} />
        {silent > 0 && (
          <p className="meta mt-2">
            No stated position on {silent} of {stances.length} demands. A gap means that nothing was found, not that
            nothing was said.
          </p>
        )}
      </Section>

      <Section title="What it demands itself">
        {raised.length === 0 ? (
          <p className="text-muted">None of the demands in this record was raised by it.</p>
        ) : (
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {raised.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/${negotiation.slug}/${slug}`} className="quiet-link">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>

      <Section title="Who speaks for it">
        {speakers.length === 0 ? (
          <p className="text-muted">No speaker is named in this record.</p>
        ) : (
          <table className="plain-table folds">
            <caption className="sr-only">Speakers of {party.name} with the number of citations</caption>
            <thead>
              <tr>
                <th scope="col">Speaker</th>
                <th scope="col">Office</th>
                <th scope="col">Citations</th>
                <th scope="col">Last said</th>
              </tr>
            </thead>
            <tbody>
              {speakers.map(({ slug, name, office, affiliation, citations, lastSaid }) => (
                <tr key={slug} id={`speaker-${slug}`} className="scroll-mt-6">
                  <th scope="row" className="font-semibold">
                    {name}
                  </th>
                  <td>
                    {office}
                    {affiliation && !office.includes(affiliation) && `, ${affiliation}`}
                  </td>
                  <td>
                    {citations}
                    <span className="sm:sr-only"> {citations === 1 ? 'citation' : 'citations'}</span>
                  </td>
                  <td>{lastSaid && formatDay(lastSaid)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>

      <Section title={shifts === 1 ? 'One shift' : `${shifts.toLocaleString('en-GB')} shifts, newest first`}>
        <MoveList moves={moves} negotiation={negotiation.slug} party={false} />
        <MoreShifts
          listed={moves.length}
          all={shifts}
          href={`/${negotiation.slug}/shifts${formatShiftChoice({ ...EVERY_SHIFT, parties: [party.slug] })}`}
        />
      </Section>
      <TakeAlong negotiation={negotiation.slug} of="party" slug={party.slug} />
    </article>
  )
}
