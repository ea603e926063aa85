import { SHAPES } from './shapes'

/** Shape and colour of the party at a place in the order of the record; after six the shapes are hollow. */
export const partyClass = (place: number) => `party-${(place % SHAPES.length) + 1}`

export function PartyShape({ place, ...svg }: { place: number; transform?: string; className?: string }) {
  const hollow = place >= SHAPES.length
  return (
    <path
      d={SHAPES[place % SHAPES.length]}
      fill={hollow ? 'var(--surface)' : 'currentColor'}
      stroke={hollow ? 'currentColor' : 'var(--surface)'}
      strokeWidth={hollow ? 1.8 : 1}
      {...svg}
    />
  )
}

export function PartyMark({ place, size = 11 }: { place: number; size?: number }) {
  return (
    <svg
      viewBox="-6 -6 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      className={`flex-none ${partyClass(place)}`}
    >
      <PartyShape place={place} />
    </svg>
  )
}
