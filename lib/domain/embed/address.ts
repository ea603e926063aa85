// The address of what other sites show in a frame, and the one line of HTML for it. parseEmbed and embedPath are inverses.
import { type Day, isDay } from '@/lib/domain/time/day'

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const
export type EmbedTheme = (typeof EMBED_THEMES)[number]

export type Embed = {
  negotiation: string
  /** One demand; null for the whole table. */
  demand: string | null
  /** Frozen at this day; null for the latest. */
  on: Day | null
  /** "auto" follows the page around the frame. */
  theme: EmbedTheme
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What the parts of a path after /embed name: ukraine, nato-troops, on, 2025-12-14, dark. Null when they name nothing. */
export function parseEmbed(parts: readonly string[]): Embed | null {
  const [negotiation = '', ...rest] = parts
  const last = rest.at(-1)
  const theme: EmbedTheme = last === 'light' || last === 'dark' ? last : 'auto'
  if (theme !== 'auto') rest.pop()
  let on: Day | null = null
  if (rest.at(-2) === 'on') {
    on = rest.pop() as Day
    rest.pop()
    if (!isDay(on)) return null
  }
  const [demand, ...more] = rest
  if (!SLUG.test(negotiation) || more.length > 0 || (demand !== undefined && !SLUG.test(demand))) return null
  return { negotiation, demand: demand ?? null, on, theme }
}

export function embedPath({ negotiation, demand, on, theme }: Embed): string {
  const parts = [
    negotiation,
    ...(demand ? [demand] : []),
    ...(on ? ['on', on] : []),
    ...(theme === 'auto' ? [] : [theme]),
  ]
  return `/embed/${parts.join('/')}`
}

/** The same on this site itself, as a whole page. */
export const pageOfEmbed = ({ negotiation, demand, on }: Embed): string =>
  demand ? `/${negotiation}/${demand}` : on ? `/${negotiation}/on/${on}` : `/${negotiation}`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)

/** One line of HTML for somebody else's page. It needs no script; `site` is the address of this one, without a slash at its end. */
export function embedHtml(site: string, embed: Embed, title: string): string {
  const height = embed.demand ? 620 : 720
  return `<iframe src="${escapeHtml(site + embedPath(embed))}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`
}
