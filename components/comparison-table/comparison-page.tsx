import { AsKnown } from '@/components/known/as-known'
import { NegotiationNav } from '@/components/site/negotiation-nav'
import type { Strip } from '@/lib/domain/comparison/strip'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import { Comparison } from './comparison'
import { StanceLegend } from './stance-legend'

type Props = { view: ComparisonView; strip: Strip; base: string }

/** A negotiation's table under its title: the front page, its own page, that of a day, and what was known on one. */
export function ComparisonPage({ view, strip, base }: Props) {
  const { slug, title } = view.negotiation
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-6 sm:px-6 sm:pt-8 lg:px-10">
      <h1 className="text-[1.75rem] sm:text-[2rem]">{title}</h1>
      <p className="mt-1.5 max-w-[74ch] text-muted">
        Where each party stands on {view.demands.length} demands, as last stated or reported. Every cell leads to the
        dated words that support it.
      </p>
      {view.known && (
        <AsKnown day={view.known} now={view.asOf === view.known ? `/${slug}` : `/${slug}/on/${view.asOf}`} />
      )}
      <NegotiationNav negotiation={slug} title={title} current="" />
      <StanceLegend />
      <Comparison view={view} strip={strip} base={base} />
    </div>
  )
}
