import { NegotiationNav } from '@/components/site/negotiation-nav'
import { buildComparison } from '@/lib/domain/comparison/build'
import { buildStrip } from '@/lib/domain/comparison/strip'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import type { Day } from '@/lib/domain/time/day'
import { Comparison } from './comparison'
import { StanceLegend } from './stance-legend'

type Props = { record: PublishedRecord; asOf: Day; today: Day; base: string }

/** A negotiation's table under its title: the front page, its own page and that of a day. */
export function ComparisonPage({ record, asOf, today, base }: Props) {
  const { title } = record.negotiation
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-6 sm:px-6 sm:pt-8 lg:px-10">
      <h1 className="text-[1.75rem] sm:text-[2rem]">{title}</h1>
      <p className="mt-1.5 max-w-[74ch] text-muted">
        Where each party stands on {record.demands.length} demands, as last stated or reported. Every cell leads to the
        dated words that support it.
      </p>
      <NegotiationNav negotiation={record.negotiation.slug} title={title} current="" />
      <StanceLegend />
      <Comparison view={buildComparison(record, asOf, today)} strip={buildStrip(record, today)} base={base} />
    </div>
  )
}
