// All parties on one demand over time, drawn on the server: prints, embeds and works without JavaScript.
import { PartyShape, partyClass } from '@/components/party/party-mark'
import { type Frame, type Line, linesOf, rowOf, spreadLabels, xOf } from '@/lib/domain/demand/chart'
import type { DemandParty, DemandView } from '@/lib/domain/demand/view'
import { SCALE, STANCES } from '@/lib/domain/stance/scale'
import { formatDay, formatSpan } from '@/lib/domain/time/day'
import './demand.css'

type Shape = { width: number; left: number; right: number; top: number; step: number }
const WIDE: Shape = { width: 960, left: 92, right: 128, top: 24, step: 42 }
const NARROW: Shape = { width: 358, left: 12, right: 74, top: 34, step: 42 }
const SMALL: Shape = { width: 480, left: 88, right: 18, top: 18, step: 26 }

/** Up to four lines can be told apart in one chart; more parties get a small chart each. */
const MOST_LINES = 4

export function DemandChart({ view }: { view: DemandView }) {
  const drawn = view.parties.filter(({ entries }) => entries.length > 0)
  if (drawn.length === 0) return null
  if (drawn.length > MOST_LINES)
    return (
      <div className="demand-multiples">
        {drawn.map((party) => (
          <figure key={party.slug}>
            <figcaption className="font-semibold">{party.name}</figcaption>
            <Drawing view={view} parties={[party]} shape={SMALL} />
          </figure>
        ))}
      </div>
    )
  return (
    <>
      <Drawing view={view} parties={drawn} shape={WIDE} className="demand-wide" />
      <Drawing view={view} parties={drawn} shape={NARROW} className="demand-narrow" labelsAbove />
    </>
  )
}

type DrawingProps = {
  view: DemandView
  parties: DemandParty[]
  shape: Shape
  className?: string
  labelsAbove?: boolean
}

function Drawing({ view, parties, shape, className = '', labelsAbove = false }: DrawingProps) {
  const stances = STANCES.filter(
    (stance) =>
      stance !== 'ambiguous' || parties.some(({ entries }) => entries.some((entry) => entry.stance === stance)),
  )
  const right = shape.width - shape.right
  const frame: Frame = { ...shape, right, first: view.startedOn, last: view.today }
  const floor = rowOf(stances.at(-1) ?? 'rejects', frame) + Math.min(28, shape.step - 4)
  const lines = linesOf(parties, frame)
  const labels = spreadLabels(lines, 17)
  const inPage = new Set(view.newest.map(({ id }) => id))
  const words = lines.map(({ party, points }) => `${party.name} ${lastOf(points)}`).join(', ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links in a drawing, not the fields of a form
    <svg
      viewBox={`0 0 ${shape.width} ${floor + 22}`}
      role="group"
      aria-label={`Stances over time. Now: ${words}`}
      className={`demand-chart ${className}`}
    >
      {stances.map((stance) => (
        <g key={stance}>
          <line x1={shape.left} x2={right} y1={rowOf(stance, frame)} y2={rowOf(stance, frame)} className="chart-row" />
          <text
            x={labelsAbove ? shape.left : shape.left - 12}
            y={rowOf(stance, frame) + (labelsAbove ? -12 : 4)}
            className={labelsAbove ? 'demand-tick' : 'chart-label'}
          >
            {SCALE[stance].label}
          </text>
        </g>
      ))}
      <Years frame={frame} floor={floor} />
      {view.events.map(({ slug, title, date, endDate }) => (
        <g key={slug} className="demand-event">
          <title>{`${formatSpan(date, endDate)}: ${title}`}</title>
          <path d={`M${xOf(date, frame)} ${floor - 9}v9`} />
          <path d={`M${xOf(date, frame)} ${floor - 12}v12`} className="demand-reach" />
        </g>
      ))}
      {lines.map((line) => (
        <PartyLine key={line.party.slug} line={line} inPage={inPage} />
      ))}
      {parties.length > 1 &&
        lines.map(({ party, end }) => {
          const y = labels.get(party.slug) ?? end
          return (
            <g key={party.slug} className={partyClass(party.place)}>
              <path d={`M${right + 2} ${end}L${right + 9} ${y}`} className="demand-leader" />
              <PartyShape place={party.place} transform={`translate(${right + 16} ${y})`} />
              <text x={right + 25} y={y + 4} className="demand-end">
                {party.shortName}
              </text>
            </g>
          )
        })}
    </svg>
  )
}

const lastOf = (points: Line['points']) => {
  const last = points.at(-1)?.entry
  return last ? `${SCALE[last.stance].label.toLowerCase()} since ${formatDay(last.heldFrom)}` : ''
}

function PartyLine({ line: { party, points, steps, carried }, inPage }: { line: Line; inPage: Set<string> }) {
  return (
    <g className={`demand-line ${partyClass(party.place)}`} data-dash={(party.place % 4) + 1}>
      <path d={steps} />
      {/* Thin after the last entry: nothing newer is recorded, the position is carried on. */}
      <path d={carried} data-carried />
      {points.map(({ entry, x, y }) => (
        <a key={entry.id} href={inPage.has(entry.id) ? `#${entry.id}` : `/e/${entry.id}`} className="demand-dot">
          <title>{`${party.name}, ${formatDay(entry.heldFrom)}: ${SCALE[entry.stance].label}. ${entry.summary}`}</title>
          <circle cx={x} cy={y} r="8" fill="transparent" />
          <PartyShape place={party.place} transform={`translate(${x} ${y})${entry.isShift ? '' : ' scale(.66)'}`} />
        </a>
      ))}
    </g>
  )
}

function Years({ frame, floor }: { frame: Frame; floor: number }) {
  const from = Number(frame.first.slice(0, 4)) + 1
  const years = Array.from({ length: Number(frame.last.slice(0, 4)) - from + 1 }, (_, at) => from + at)
  return (
    <g>
      <path d={`M${frame.left} ${floor}H${frame.right}`} className="demand-axis" />
      {years.map((year) => (
        <g key={year}>
          <path d={`M${xOf(`${year}-01-01`, frame)} ${frame.top - 12}V${floor}`} className="demand-year" />
          <text x={xOf(`${year}-01-01`, frame) + 3} y={floor + 15} className="demand-tick">
            {year}
          </text>
        </g>
      ))}
    </g>
  )
}
