import { CopyField } from '@/components/ui/copy-field'
import { Section } from '@/components/ui/section'

type Props = {
  negotiation: string
  /** What the page is about. */
  of: 'demand' | 'party'
  slug: string
  /** One line of HTML that shows it on another page, where there is such a frame. */
  frame?: string
}

/** The page as data, as a feed and as a frame on another page. */
export function TakeAlong({ negotiation, of, slug, frame }: Props) {
  const api = `/api/v1/negotiations/${negotiation}`
  const feed = `/feeds/${negotiation}/${of}/${slug}`
  const rows = [
    { what: 'Positions now', csv: `${api}/positions.csv?${of}=${slug}`, json: `${api}/positions?${of}=${slug}` },
    { what: 'Shifts', csv: `${api}/shifts.csv?${of}=${slug}`, json: `${api}/shifts?${of}=${slug}` },
    { what: 'Entries', csv: `${api}/entries.csv?${of}=${slug}`, json: `${api}/entries?${of}=${slug}` },
  ]
  return (
    <div className="no-print">
      <Section title="Take it along">
        <dl className="facts">
          {rows.map(({ what, csv, json }) => (
            <Pair
              key={what}
              what={what}
              links={[
                { href: csv, label: 'CSV' },
                { href: json, label: 'JSON' },
              ]}
            />
          ))}
          <Pair
            what="Follow the shifts"
            links={[
              { href: `${feed}.atom`, label: 'Atom feed' },
              { href: `${feed}.json`, label: 'JSON feed' },
            ]}
          />
        </dl>
        {frame && <CopyField label="On another page, live, without a script" text={frame} />}
      </Section>
    </div>
  )
}

function Pair({ what, links }: { what: string; links: { href: string; label: string }[] }) {
  return (
    <>
      <dt>{what}</dt>
      <dd className="flex gap-x-4">
        {links.map(({ href, label }) => (
          <a key={href} href={href} className="quiet-link">
            {label}
            <span className="sr-only"> of {what.toLowerCase()}</span>
          </a>
        ))}
      </dd>
    </>
  )
}
