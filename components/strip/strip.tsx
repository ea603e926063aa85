'use client'
import { useRef, useState } from 'react'
import { type Strip, stepFrom } from '@/lib/domain/comparison/strip'
import { addDays, type Day, daysBetween, formatDay, formatMonth, formatSpan } from '@/lib/domain/time/day'

type Props = {
  strip: Strip
  /** The day shown. */
  day: Day
  /** The address of a day, for links that work without JavaScript. */
  hrefOf: (day: Day) => string
  onChoose: (day: Day, how: 'push' | 'replace') => void
}

const TOP = 18
const BARS = 34
const BASE = TOP + BARS
const HEIGHT = BASE + 20

/** Months with their number of entries, the events, and a handle on the day shown. Drawn on the server, moved in the browser. */
export function TimeStrip({ strip, day, hrefOf, onChoose }: Props) {
  const area = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<Day | null>(null)
  const pressed = useRef<{ x: number; event: Day | null }>({ x: 0, event: null })
  // A hand trembles: a press on an event that hardly moves is a click on it, not a drag.
  const isClick = (x: number) => Math.abs(x - pressed.current.x) < 5
  const shown = dragged ?? day
  const start = `${strip.months[0]?.month ?? strip.first.slice(0, 7)}-01`
  const length = daysBetween(start, strip.last) + 1
  const percent = (at: Day) => Math.min(100, Math.max(0, (daysBetween(start, at) / length) * 100))
  const most = Math.max(1, ...strip.months.map(({ entries }) => entries))

  const dayAt = (clientX: number): Day => {
    const box = area.current?.getBoundingClientRect()
    if (!box || box.width === 0) return day
    const at = addDays(start, Math.round(((clientX - box.left) / box.width) * length))
    if (at < strip.first) return strip.first
    return at > strip.last ? strip.last : at
  }
  const step = (direction: 'earlier' | 'later') => {
    const to = stepFrom(strip.shiftDays, day, direction) ?? (direction === 'later' ? strip.last : null)
    if (to) onChoose(to, 'replace')
  }

  return (
    <div
      ref={area}
      className="strip"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        pressed.current = { x: event.clientX, event: eventAt(strip, event.target) }
        // From here on every move and the release come to the strip, wherever the pointer is.
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true })
        setDragged(pressed.current.event ?? dayAt(event.clientX))
      }}
      onPointerMove={(event) => dragged && !isClick(event.clientX) && setDragged(dayAt(event.clientX))}
      onPointerUp={(event) => {
        if (!dragged) return
        onChoose((isClick(event.clientX) && pressed.current.event) || dayAt(event.clientX), 'push')
        setDragged(null)
      }}
      onPointerCancel={() => setDragged(null)}
    >
      <svg width="100%" height={HEIGHT} aria-hidden="true" className="block overflow-visible">
        <Bars strip={strip} most={most} percent={percent} day={shown} />
        <Events strip={strip} percent={percent} hrefOf={hrefOf} />
        <g className="strip-handle">
          <line x1={`${percent(shown)}%`} x2={`${percent(shown)}%`} y1={TOP - 6} y2={BASE} />
          <circle cx={`${percent(shown)}%`} cy={BASE} r="6" />
        </g>
      </svg>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Day shown"
        aria-valuemin={0}
        aria-valuemax={length - 1}
        aria-valuenow={daysBetween(start, shown)}
        aria-valuetext={formatDay(shown)}
        className="strip-slider needs-js"
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return
          if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') step('earlier')
          else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') step('later')
          else if (event.key === 'Home') onChoose(strip.first, 'replace')
          else if (event.key === 'End') onChoose(strip.last, 'replace')
          else return
          event.preventDefault()
        }}
      />
      {dragged && <output className="strip-bubble">{formatDay(dragged)}</output>}
    </div>
  )
}

/** The day of the event whose line or name was pressed. */
const eventAt = (strip: Strip, target: EventTarget): Day | null => {
  const slug = target instanceof Element ? target.closest('[data-event]')?.getAttribute('data-event') : null
  return strip.events.find((event) => event.slug === slug)?.date ?? null
}

type BarsProps = { strip: Strip; most: number; percent: (day: Day) => number; day: Day }

function Bars({ strip, most, percent, day }: BarsProps) {
  return (
    <>
      <line x1="0" x2="100%" y1={BASE + 0.5} y2={BASE + 0.5} className="strip-base" />
      {strip.months.map(({ month, entries }, at) => {
        const next = strip.months[at + 1]
        const from = percent(`${month}-01`)
        const width = (next ? percent(`${next.month}-01`) : 100) - from
        const height = entries === 0 ? 0 : Math.max(2, (entries / most) * BARS)
        return (
          <g key={month} className="strip-month" data-after={`${month}-01` > day || undefined}>
            <rect x={`${from + width * 0.06}%`} width={`${width * 0.88}%`} y={BASE - height} height={height}>
              <title>{`${formatMonth(month)}: ${entries === 1 ? '1 entry' : `${entries} entries`}`}</title>
            </rect>
            {(month.endsWith('-01') || at === 0) && (
              <text x={`${from}%`} y={BASE + 15} className="strip-year">
                {at === 0 && !month.endsWith('-01') ? '' : month.slice(0, 4)}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

type EventsProps = { strip: Strip; percent: (day: Day) => number; hrefOf: (day: Day) => string }

/** A tick for every event; a name where there is room, summits and talks first. */
function Events({ strip, percent, hrefOf }: EventsProps) {
  // The server cannot know how wide the strip will be: a name carries the narrowest width at which it fits, and the style sheet decides.
  const rooms = WIDTHS.map((width) => ({ width, named: eventsWithRoom(strip, percent, width) }))
  const widthFor = (slug: string) => rooms.find(({ named }) => named.has(slug))?.width
  return strip.events.map((event) => (
    <a
      key={event.slug}
      href={hrefOf(event.date)}
      data-event={event.slug}
      tabIndex={-1}
      className="strip-event"
      onClick={(click) => click.preventDefault()}
    >
      <title>{`${event.title}, ${formatSpan(event.date, event.endDate)}`}</title>
      <rect
        x={`${percent(event.date)}%`}
        y={0}
        width="9"
        height={BASE}
        transform="translate(-4.5 0)"
        fill="transparent"
      />
      <line x1={`${percent(event.date)}%`} x2={`${percent(event.date)}%`} y1={TOP - 6} y2={BASE} />
      {widthFor(event.slug) && (
        <text x={`${percent(event.date)}%`} y={9} dx="-2" className={`strip-name strip-name-${widthFor(event.slug)}`}>
          {shortTitle(event.title)}
        </text>
      )}
    </a>
  ))
}

const shortTitle = (title: string) => title.split(/[,:]/)[0] ?? title

/** Widths of the strip, in pixels, for which its names are placed. */
const WIDTHS = [300, 640, 1000] as const
const PIXELS_PER_CHARACTER = 6

function eventsWithRoom(strip: Strip, percent: (day: Day) => number, width: number): Set<string> {
  const rank = (kind: string) => (kind === 'summit' || kind === 'talks' ? 0 : 1)
  const taken: [number, number][] = []
  const named = new Set<string>()
  for (const event of [...strip.events].sort((a, b) => rank(a.kind) - rank(b.kind) || (a.date < b.date ? 1 : -1))) {
    const from = percent(event.date)
    const to = from + ((shortTitle(event.title).length * PIXELS_PER_CHARACTER + 10) / width) * 100
    if (to > 101 || taken.some(([left, right]) => from < right && to > left)) continue
    taken.push([from, to])
    named.add(event.slug)
  }
  return named
}
