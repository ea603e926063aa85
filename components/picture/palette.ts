// The light theme's colours (app/globals.css) as plain values: a picture knows no style sheet and no theme.
import type { Stance } from '@/lib/domain/stance/scale'

export const INK = '#16202c'
export const MUTED = '#57606b'
export const PAGE = '#fbfaf6'
export const LINE = '#e2dfd4'
export const ACCENT = '#1d4f8a'

export const STANCE_COLOURS: Record<Stance, { background: string; color: string }> = {
  demands: { background: '#0e6863', color: '#ffffff' },
  accepts: { background: '#d2ebe7', color: '#0a4945' },
  conditional: { background: '#f4e6bf', color: '#5a4204' },
  opposes: { background: '#f1ddf2', color: '#632a6c' },
  rejects: { background: '#7b3587', color: '#ffffff' },
  ambiguous: { background: '#e5e7e9', color: '#3a434d' },
}

export const PARTY_COLOURS = ['#0b62a8', '#b8420b', '#333d4a', '#8a5d00', '#00735c', '#8b3f7a']
