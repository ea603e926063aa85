import { PartyShape, partyClass } from '@/components/party/party-mark'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'

type Held = { name: string; place: number; stance: Stance | null }

const WIDTH = 108
const EDGE = 10
const x = (value: number) => EDGE + ((value + 2) / 4) * (WIDTH - 2 * EDGE)

/** The parties' marks on the five steps, rejects on the left, demands on the right. Parties on one step stand beside each other. */
export function SpreadScale({ held }: { held: Held[] }) {
  const placed = held.flatMap(({ name, place, stance }) => {
    const value = stance && SCALE[stance].value
    return value === null ? [] : [{ name, place, value, label: SCALE[stance as Stance].label }]
  })
  const words =
    placed.map(({ name, label }) => `${name} ${label.toLowerCase()}`).join(', ') ||
    'No stance with a place on the scale'
  const deepest = Math.max(
    1,
    ...[-2, -1, 0, 1, 2].map((step) => Math.ceil(placed.filter(({ value }) => value === step).length / 2)),
  )
  const height = 4 + deepest * 12
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" className="max-w-full">
      <title>{words}</title>
      <path
        d={`M${EDGE} 8H${WIDTH - EDGE}${[-2, -1, 0, 1, 2].map((step) => `M${x(step)} 5v6`).join('')}`}
        stroke="var(--line-strong)"
        strokeOpacity="0.55"
        fill="none"
      />
      {placed.map(({ name, place, value }) => {
        const same = placed.filter((other) => other.value === value)
        const at = same.findIndex((other) => other.name === name)
        const inLine = Math.min(2, same.length - Math.floor(at / 2) * 2)
        const shift = inLine === 1 ? 0 : at % 2 === 0 ? -5 : 5
        return (
          <PartyShape
            key={name}
            place={place}
            className={partyClass(place)}
            transform={`translate(${x(value) + shift} ${8 + Math.floor(at / 2) * 12})`}
          />
        )
      })}
    </svg>
  )
}
