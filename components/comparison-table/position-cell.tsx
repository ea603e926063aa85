import { PartyMark } from '@/components/party/party-mark'
import { StanceWords, stanceClass } from '@/components/stance/stance-badge'
import type { CellState, ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { salienceLabel } from '@/lib/domain/entry/kinds'
import { SCALE } from '@/lib/domain/stance/scale'
import { type Day, formatAge, formatDay, formatHeldFrom } from '@/lib/domain/time/day'
import { StoryLink } from './story-link'

type Props = {
  view: ComparisonView
  demand: DemandRow
  party: ComparisonView['parties'][number]
  place: number
  state: CellState
}

/**
 * What one party holds on one demand on the day of the table. The whole cell opens its story.
 * Few nodes, and none only to hold others: there are 720 cells, and each node is carried along when rows are put in another order.
 */
export function PositionCell({ view, demand, party, place, state }: Props) {
  const { position, today } = state
  const isLatest = view.asOf === view.today
  return (
    <td role="cell" data-party={party.slug} data-empty={position ? undefined : true}>
      <span className="cell-party" aria-hidden="true">
        <PartyMark place={place} />
        {party.shortName}
      </span>
      <StoryLink
        view={view}
        demand={demand.slug}
        party={party.slug}
        className={`cell-link ${stanceClass(position?.stance ?? null)}`}
        label={`${party.name} on ${demand.title}: ${position ? SCALE[position.stance].label : 'no stated position'}. Open its story`}
      >
        <StanceWords stance={position?.stance ?? null} />
      </StoryLink>
      {position?.from && ' '}
      {position?.from && <FromStance turn={position.turn} from={SCALE[position.from].label.toLowerCase()} />}
      {!isLatest && today.since !== 'same' && <span className="today-note">{todayInWords(today, view.known)}</span>}
      {position && (
        <>
          <span className="cell-summary" title={position.summary}>
            {position.summary}
          </span>
          <span className="cell-meta meta">
            {`${heldInWords(position, isLatest && !view.known)}\n${sinceAndSources(position)}`}
          </span>
          <Labels position={position} />
        </>
      )}
    </td>
  )
}

function FromStance({ turn, from }: { turn: string; from: string }) {
  return (
    <a href={`/e/${turn}`} className="from-stance quiet-link" aria-label={`from ${from}: the entry of this shift`}>
      {`from ${from}`}
    </a>
  )
}

/** What the cell said on the latest day that the site knew of. */
function todayInWords({ stance, since }: CellState['today'], known: Day | null): string {
  if (since === 'restated') return 'stated again since'
  const day = known ? formatDay(known) : 'today'
  const word = stance ? SCALE[stance].label.toLowerCase() : 'no stated position'
  return since === 'shifted' ? `${day}: ${word}, after a further shift` : `${day}: ${word}`
}

type Position = NonNullable<CellState['position']>

const heldInWords = ({ heldFrom, datePrecision, age }: Position, isToday: boolean) =>
  `${formatHeldFrom(heldFrom, datePrecision)}, ${formatAge(age, isToday ? 'today' : 'past')}`

function sinceAndSources({ since, sincePrecision, heldFrom, sources }: Position): string {
  const counted = sources === 1 ? 'single source' : `${sources} sources`
  return since === heldFrom ? counted : `held since ${formatHeldFrom(since, sincePrecision)} · ${counted}`
}

function Labels({ position }: { position: Position }) {
  const labels = [
    salienceLabel(position.salience),
    position.reported && 'reported, not on the record',
    position.stateMedia && 'state media',
  ].filter(Boolean)
  if (labels.length === 0) return null
  return (
    <span className="cell-labels">
      {labels.map((label) => (
        <span key={String(label)}>{label}</span>
      ))}
    </span>
  )
}
