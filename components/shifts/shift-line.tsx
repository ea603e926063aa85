import { PartyMark } from '@/components/party/party-mark'
import { StanceBadge } from '@/components/stance/stance-badge'
import { shiftLabel } from '@/lib/domain/shift/kinds'
import type { ShiftRow } from '@/lib/domain/shift/table'
import { formatDay } from '@/lib/domain/time/day'

/** One shift: when, who, on what, from where to where, of what kind and who says so. */
export function ShiftLine({ negotiation, row, index }: { negotiation: string; row: ShiftRow; index?: number }) {
  return (
    <tr aria-rowindex={index}>
      <td data-column="on">
        <a href={`/e/${row.entry}`} className="quiet-link">
          <time dateTime={row.on}>{formatDay(row.on)}</time>
        </a>
      </td>
      <td data-column="party">
        <span className="inline-flex items-center gap-1.5">
          <PartyMark place={row.place} />
          {row.party.name}
        </span>
      </td>
      <td data-column="demand">
        <a href={`/${negotiation}/${row.demand.slug}/${row.party.slug}#${row.entry}`}>{row.demand.title}</a>
      </td>
      <td data-column="from">
        {row.from ? <StanceBadge stance={row.from} /> : <span className="meta">none stated</span>}
      </td>
      <td data-column="to">
        <StanceBadge stance={row.to} />
      </td>
      <td data-column="kind">
        {row.kind ? shiftLabel(row.kind) : 'not named'}
        <span className="meta"> {row.kind && (row.bySource ? 'says the source' : 'coder’s reading')}</span>
      </td>
      <td data-column="speaker">{row.speaker ?? <span className="meta">no named speaker</span>}</td>
      <td data-column="sources">{row.sources}</td>
    </tr>
  )
}
