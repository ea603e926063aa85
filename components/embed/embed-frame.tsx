import type { ReactNode } from 'react'
import { type Embed, pageOfEmbed } from '@/lib/domain/embed/address'
import { type Day, formatDay } from '@/lib/domain/time/day'
import './embed.css'

type Props = { embed: Embed; title: string; day: Day; children: ReactNode }

/** What stands around a view in somebody else's page: what it is, of which day, and the way to the whole of it. */
export function EmbedFrame({ embed, title, day, children }: Props) {
  return (
    <main data-embed={embed.theme} className="embed">
      {children}
      <footer className="embed-foot">
        <span>
          {title}, as of {formatDay(day)}
          {embed.on && ' (frozen at this day)'}
        </span>
        <a href={pageOfEmbed(embed)} className="quiet-link">
          Sources and quotations at Parley
        </a>
      </footer>
    </main>
  )
}
