// The front page. "/" is rewritten to here, so that it too is made at the first request and not by the build.
import type { Metadata } from 'next'
import { ComparisonPage } from '@/components/comparison-table/comparison-page'
import { findRecord, listNegotiations } from '@/lib/domain/negotiation/queries'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

const findOnly = async () => {
  const [only] = await listNegotiations()
  return only ? findRecord(only.slug) : null
}

export async function generateMetadata(): Promise<Metadata> {
  const record = await findOnly()
  return record
    ? { title: { absolute: `${record.negotiation.title} · Parley` }, description: record.negotiation.summary }
    : {}
}

export default async function FrontPage() {
  const record = await findOnly()
  if (!record) return <Nothing />
  const day = today()
  return <ComparisonPage record={record} asOf={day} today={day} base="/" />
}

function Nothing() {
  return (
    <div className="mx-auto max-w-[74ch] px-6 py-16">
      <h1 className="text-3xl">Nothing is published yet</h1>
      <p className="mt-3">
        Import a negotiation to begin: <code>npm run import -- data/ukraine.json</code>
      </p>
    </div>
  )
}
