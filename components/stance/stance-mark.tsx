import type { Stance } from '@/lib/domain/stance/scale'

// Drawn, not typed: a font's ▲ and ◆ differ from machine to machine. 14 × 10, in the colour of the text around it.
const SHAPES: Record<Stance, string> = {
  demands: 'M3.5 1 7 9H0zM10.5 1 14 9H7z',
  accepts: 'M7 1l4 8H3z',
  conditional: 'M7 .5 11.5 5 7 9.5 2.5 5z',
  opposes: 'M3 1h8L7 9z',
  rejects: 'M0 1h7L3.5 9zM7 1h7l-3.5 8z',
  ambiguous:
    'M4.6 3.3C4.6 1.6 5.7.6 7.2.6S9.7 1.5 9.7 2.8C9.7 4.6 7.8 4.7 7.8 6.5H6.4c0-2.3 1.8-2.4 1.8-3.6 0-.6-.4-1-1.1-1s-1.1.5-1.1 1.4zM6.3 7.6h1.6v1.6H6.3z',
}

export function StanceMark({ stance, className }: { stance: Stance; className?: string }) {
  return (
    <svg viewBox="0 0 14 10" width="14" height="10" aria-hidden="true" className={className}>
      <path d={SHAPES[stance]} fill="currentColor" />
    </svg>
  )
}
