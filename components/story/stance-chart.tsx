// Stance over time as a step line with a dot for every entry. Plain SVG: drawn on the server for the page, in the browser for the panel.
import { scaleLinear, scaleUtc } from 'd3-scale'
import { SCALE, STANCES, type Stance } from '@/lib/domain/stance/scale'
import type { StoryEntry, StoryView } from '@/lib/domain/story/view'
import { type Day, formatDay } from '@/lib/domain/time/day'

const WIDTH = 640
const LEFT = 88
const RIGHT = 14
const STEP = 26
const TOP = 16
const rowOf = (stance: Stance) => TOP + STANCES.indexOf(stance) * STEP

const instant = (day: string) => new Date(`${day}T00:00:00Z`)

export function StanceChart({ story, asOf }: { story: StoryView; asOf: Day }) {
  const entries = story.entries.toReversed()
  const x = scaleUtc([instant(story.startedOn), instant(story.today)], [LEFT, WIDTH - RIGHT])
  const at = (entry: StoryEntry) => x(instant(entry.heldFrom))
  const rows = scaleLinear([2, -2], [rowOf('demands'), rowOf('rejects')])
  const y = (entry: StoryEntry) => {
    const { value } = SCALE[entry.stance]
    return value === null ? rowOf('ambiguous') : rows(value)
  }
  const words = entries
    .map((entry) => `${formatDay(entry.heldFrom)} ${SCALE[entry.stance].label.toLowerCase()}`)
    .join(', ')
  const drawn = STANCES.filter(
    (stance) => stance !== 'ambiguous' || entries.some((entry) => entry.stance === 'ambiguous'),
  )
  const height = rowOf(drawn.at(-1) ?? 'rejects') + 36
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links in a drawing, not the fields of a form
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-label={`Stance over time: ${words}`}
      className="stance-chart"
    >
      {drawn.map((stance) => (
        <g key={stance}>
          <text x={LEFT - 10} y={rowOf(stance) + 4} className="chart-label">
            {SCALE[stance].label}
          </text>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={rowOf(stance)} y2={rowOf(stance)} className="chart-row" />
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick.toISOString()} x={x(tick)} y={height - 8} className="chart-tick">
          {tick.getUTCMonth() === 0 ? tick.getUTCFullYear() : ''}
        </text>
      ))}
      {asOf !== story.today && (
        <g className="chart-day">
          <line x1={x(instant(asOf))} x2={x(instant(asOf))} y1={2} y2={height - 22} />
        </g>
      )}
      {entries.map((entry, place) => {
        const next = entries[place + 1]
        const until = next ? at(next) : x(instant(story.today))
        return (
          <g key={entry.id}>
            {/* After the last entry the line is dashed: nothing newer is recorded, the position is carried on. */}
            <line
              x1={at(entry)}
              x2={until}
              y1={y(entry)}
              y2={y(entry)}
              className={`chart-line chart-${entry.stance}`}
              data-carried={next ? undefined : true}
            />
            {next && y(next) !== y(entry) && (
              <line x1={until} x2={until} y1={y(entry)} y2={y(next)} className="chart-move" />
            )}
          </g>
        )
      })}
      {entries.map((entry) => (
        <a key={entry.id} href={`#${entry.id}`} className="chart-dot">
          <title>{`${formatDay(entry.heldFrom)}: ${SCALE[entry.stance].label}. ${entry.summary}`}</title>
          <circle cx={at(entry)} cy={y(entry)} r="9" fill="transparent" />
          <circle
            cx={at(entry)}
            cy={y(entry)}
            r={entry.isShift ? 5 : 3.5}
            className={`chart-${entry.stance}`}
            data-restated={!entry.isShift || undefined}
          />
        </a>
      ))}
    </svg>
  )
}
