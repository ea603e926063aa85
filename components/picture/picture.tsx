// What is seen where an address of this site is passed on: the stances themselves, 1200 × 630. Drawn by satori, which knows flex and little else.
import { SHAPES } from '@/components/party/shapes'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { ACCENT, INK, LINE, MUTED, PAGE, PARTY_COLOURS, STANCE_COLOURS } from './palette'

export type PictureRow = {
  label: string
  note: string
  place: number | null
  stances: { place: number | null; stance: Stance | null }[]
}
export type PictureView = {
  over: string
  title: string
  under: string
  heads: { name: string; place: number }[]
  rows: PictureRow[]
}

/** A heading, and rows of stances: of one party or demand each, or a cell for each party. */
export function Picture({ view: { over, title, under, heads, rows } }: { view: PictureView }) {
  const cell = heads.length > 0 ? Math.min(190, Math.floor(760 / heads.length)) : 190
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '44px 60px',
        background: PAGE,
        color: INK,
        fontSize: 26,
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', color: MUTED, fontSize: 24 }}>
        <span>{over}</span>
        <span style={{ color: INK, fontSize: 30 }}>
          Parley<span style={{ color: ACCENT }}>.</span>
        </span>
      </div>
      <div
        style={{ display: 'flex', flexShrink: 0, fontSize: title.length > 44 ? 42 : 54, marginTop: 6, lineHeight: 1.1 }}
      >
        {title}
      </div>
      {under && (
        <div style={{ display: 'flex', color: MUTED, marginTop: 10, lineHeight: 1.25 }}>{short(under, 150)}</div>
      )}
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          flexShrink: 0,
          marginTop: 20,
          borderTop: `2px solid ${INK}`,
        }}
      >
        {heads.length > 0 && (
          <div style={{ display: 'flex', justifyContent: 'flex-end', paddingTop: 8, fontSize: 22 }}>
            {heads.map(({ name, place }) => (
              <div key={name} style={{ display: 'flex', width: cell, alignItems: 'center' }}>
                <Mark place={place} />
                <span style={{ marginLeft: 8 }}>{short(name, 14)}</span>
              </div>
            ))}
          </div>
        )}
        {rows.map(({ label, note, place, stances }) => (
          <div
            key={label}
            style={{
              display: 'flex',
              alignItems: 'center',
              padding: '10px 0',
              borderBottom: `1px solid ${LINE}`,
            }}
          >
            {place !== null && <Mark place={place} />}
            <span
              style={{
                display: 'flex',
                marginLeft: place === null ? 0 : 12,
                ...(heads.length > 0 ? {} : { width: 250 }),
              }}
            >
              {short(label, 30)}
            </span>
            <div style={{ display: 'flex', marginLeft: heads.length > 0 ? 'auto' : 0 }}>
              {stances.map(({ stance, place: at }) => (
                <div key={at} style={{ display: 'flex', width: cell }}>
                  <Chip stance={stance} />
                </div>
              ))}
            </div>
            {note && <span style={{ display: 'flex', flex: 1, fontSize: 22, color: MUTED }}>{short(note, 92)}</span>}
          </div>
        ))}
      </div>
    </div>
  )
}

const short = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text

function Chip({ stance }: { stance: Stance | null }) {
  if (!stance) return <span style={{ color: MUTED, fontSize: 22 }}>not stated</span>
  return (
    <span style={{ display: 'flex', padding: '3px 13px', borderRadius: 6, fontSize: 23, ...STANCE_COLOURS[stance] }}>
      {SCALE[stance].label}
    </span>
  )
}

function Mark({ place }: { place: number }) {
  const colour = PARTY_COLOURS[place % PARTY_COLOURS.length]
  const hollow = place >= SHAPES.length
  return (
    <svg viewBox="-6 -6 12 12" width="24" height="24" aria-hidden="true">
      <path
        d={SHAPES[place % SHAPES.length]}
        fill={hollow ? PAGE : colour}
        stroke={hollow ? colour : PAGE}
        strokeWidth={hollow ? 1.8 : 1}
      />
    </svg>
  )
}
