import { Section } from '@/components/ui/section'
import type { Coverage } from '@/lib/domain/negotiation/coverage'
import type { Negotiation } from '@/lib/domain/negotiation/schema'
import { type Day, formatDay } from '@/lib/domain/time/day'
import { Weaknesses } from './weaknesses'
import '@/components/ui/plain.css'

export type Download = { what: string; meaning: string; files: { label: string; href: string }[] }

type Props = {
  negotiation: Negotiation
  coverage: Coverage
  downloads: Download[]
  site: string
  today: Day
  parties: string[]
}

const inWords = (count: number) => count.toLocaleString('en-GB')

/** One record as data: what is in it, where to get it, how to cite it, and where it is weak. */
export function RecordData({ negotiation, coverage, downloads, site, today, parties }: Props) {
  const { slug, title } = negotiation
  return (
    <>
      <p className="mt-3">
        <a href={`/${slug}`} className="quiet-link">
          {title}
        </a>
        : {inWords(coverage.entries)} entries with {inWords(coverage.citations)} citations from{' '}
        {inWords(coverage.sources)} sources
        {coverage.first && coverage.last && `, ${formatDay(coverage.first)} to ${formatDay(coverage.last)}`}.
      </p>
      {downloads.length > 0 && (
        <Section title={`Downloads: ${title}`}>
          <table className="plain-table folds">
            <caption className="sr-only">Files of {title}</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">A row is</th>
                <th scope="col">Files</th>
              </tr>
            </thead>
            <tbody>
              {downloads.map(({ what, meaning, files }) => (
                <tr key={what}>
                  <th scope="row" className="font-semibold">
                    {what}
                  </th>
                  <td>{meaning}</td>
                  <td>
                    {files.map(({ label, href }, at) => (
                      <span key={href}>
                        {at > 0 && ' · '}
                        <a href={href} className="quiet-link">
                          {label}
                          <span className="sr-only"> of {what.toLowerCase()}</span>
                        </a>
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section title={`How to cite: ${title}`}>
        <p className="border-l-2 border-line-strong pl-3.5 font-serif [overflow-wrap:anywhere]">
          Parley: {title}. Positions of the parties, {inWords(coverage.entries)} entries. {site}/{slug}, as of{' '}
          {formatDay(today)}.
        </p>
        <p className="meta mt-2">
          For a day, cite {site}/{slug}/on/{today}; for a single entry its permanent address, which is never given to
          another.
        </p>
      </Section>
      <Section title={`Entries: ${title}`}>
        <table className="plain-table">
          <caption className="sr-only">Entries by year and party</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              {parties.map((party) => (
                <th key={party} scope="col">
                  {party}
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>
            {coverage.years.map(({ year, parties: counts, all }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {counts.map((count, at) => (
                  <td key={parties[at]}>{count}</td>
                ))}
                <td>{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={`Known weaknesses: ${title}`}>
        <Weaknesses coverage={coverage} />
      </Section>
    </>
  )
}
