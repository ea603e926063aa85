// "/data" is rewritten to here, so that it too is made on request and not by the build.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageHead } from '@/app/page-head'
import { CheckIt } from '@/components/data/check-it'
import { RecordData } from '@/components/data/record-data'
import { Section } from '@/components/ui/section'
import { findChainHead } from '@/lib/domain/chain/head'
import { findCoverage } from '@/lib/domain/negotiation/find-coverage'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { listNegotiations } from '@/lib/domain/negotiation/queries'
import { today } from '@/lib/domain/time/day'
import { siteUrl } from '@/lib/site-url'
import { downloadsOf } from './downloads'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

export const metadata: Metadata = pageHead({
  title: 'Data',
  description:
    'What the record holds, where to get it, its licence, how to cite it, how it was collected, and where it is weak.',
  path: '/data',
})

type Props = { params: Promise<{ page: string }> }

export default async function DataPage({ params }: Props) {
  if ((await params).page !== 'page') notFound()
  const records = await Promise.all(
    (await listNegotiations()).map(async (negotiation) => ({
      negotiation,
      overview: await findOverview(negotiation.slug),
      coverage: await findCoverage(negotiation.slug),
    })),
  )
  return (
    <div className="mx-auto max-w-[52rem] px-4 pt-8 sm:px-6">
      <h1 className="text-[2rem]">Data</h1>
      <p className="mt-1.5">
        Everything that this site shows can be taken away, counted again and built upon. The record is made of entries:
        what one party is on record as holding on one demand from one date, with the exact words that support it.
      </p>
      {records.map(
        ({ negotiation, overview, coverage }) =>
          overview &&
          coverage && (
            <RecordData
              key={negotiation.slug}
              negotiation={negotiation}
              coverage={coverage}
              downloads={downloadsOf(negotiation.slug)}
              parties={overview.parties.map(({ shortName }) => shortName)}
              site={siteUrl()}
              today={today()}
            />
          ),
      )}
      <CheckIt head={await findChainHead()} site={siteUrl()} />
      <Section title="How it was collected">
        <div className="space-y-3">
          <p>
            Articles, official documents and transcripts were read for what a party holds on each demand. A statement
            became an entry when its words could be quoted exactly; its stance follows an ordered test, and its date is
            the day of the words, not of the report.{' '}
            <a href="/method" className="quiet-link">
              The method
            </a>{' '}
            gives the scale, the test and the kinds of shift.
          </p>
          <p>
            Every quotation was compared with the text of its source, and the database refuses one that is not found
            there, character for character. Nothing is overwritten: a corrected entry keeps its earlier states, a
            withdrawn one its address and the reason.
          </p>
        </div>
      </Section>
      <Section title="Licence">
        <div className="space-y-3">
          <p>
            Coding, summaries, terms and notes were written for this project and carry its licence (MIT): use them
            freely and name the source.
          </p>
          <p>
            Quotations belong to their publishers and authors. They are short, name their source and serve only as
            evidence for the coded position. Keep it that way: do not republish them as a collection of texts apart from
            the coding.
          </p>
        </div>
      </Section>
    </div>
  )
}
