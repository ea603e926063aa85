'use client'
import { useId, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { EMBED_THEMES, type Embed, type EmbedTheme, embedHtml, embedPath } from '@/lib/domain/embed/address'
import { type Day, formatDay } from '@/lib/domain/time/day'

const THEMES: Record<EmbedTheme, string> = { auto: 'follows the page', light: 'light', dark: 'dark' }

type Props = { title: string; embed: Embed; day: Day }

/** The choices of a frame, and its one line of HTML. */
export function EmbedChoice({ title, embed, day }: Props) {
  const [frozen, setFrozen] = useState(embed.on !== null)
  const [theme, setTheme] = useState(embed.theme)
  const name = useId()
  const chosen = { ...embed, on: frozen ? day : null, theme }
  const html = embedHtml(location.origin, chosen, title)
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">Live or frozen</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className="flex cursor-pointer items-center gap-1.5">
            <input
              type="radio"
              name={name}
              className="accent-(--accent)"
              checked={frozen === value}
              onChange={() => setFrozen(value)}
            />
            {value ? `frozen at ${formatDay(day)}` : 'live'}
          </label>
        ))}
      </fieldset>
      <label className="mt-1.5 flex items-center gap-2">
        Colours
        <select className="control" value={theme} onChange={(event) => setTheme(event.target.value as EmbedTheme)}>
          {EMBED_THEMES.map((one) => (
            <option key={one} value={one}>
              {THEMES[one]}
            </option>
          ))}
        </select>
      </label>
      <textarea readOnly rows={4} aria-label="HTML of the frame" className="copy-text my-2 w-full" value={html} />
      <p className="flex flex-wrap items-center gap-x-4">
        <CopyButton label="Copy HTML" text={() => html} />
        <a href={embedPath(chosen)} target="_blank" rel="noopener" className="quiet-link">
          Look at it
        </a>
      </p>
    </>
  )
}
