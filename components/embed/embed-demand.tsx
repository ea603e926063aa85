import { DemandChart } from '@/components/demand/demand-chart'
import { DemandPositions } from '@/components/demand/demand-positions'
import type { DemandView } from '@/lib/domain/demand/view'
import type { Day } from '@/lib/domain/time/day'

/** One demand, frozen at a day or as of now: its proposition, the stances over time, and what every party holds. */
export function EmbedDemand({ view, on }: { view: DemandView; on: Day | null }) {
  const { demand, entries, negotiation } = view
  return (
    <>
      <h1 className="text-[1.375rem]">
        <a href={`/${negotiation.slug}/${demand.slug}`} className="text-ink no-underline hover:underline">
          {demand.title}
        </a>
      </h1>
      <p className="mt-1 mb-3 font-serif italic">“{demand.proposition}”</p>
      {entries.length > 0 && <DemandChart view={view} />}
      <DemandPositions view={view} on={on} />
    </>
  )
}
