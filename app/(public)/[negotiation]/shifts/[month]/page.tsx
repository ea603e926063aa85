import type { Metadata } from 'next'
import Link from 'next/link'
import { ShiftLine } from '@/components/shifts/shift-line'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { findShiftTable } from '@/lib/domain/shift/queries'
import { shiftRow } from '@/lib/domain/shift/table'
import { formatMonth, isDay, lastOfMonth } from '@/lib/domain/time/day'
import { orMoved } from '@/lib/http/or-moved'
import '@/components/shifts/shifts.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; month: string }> }

const isMonth = (text: string) => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, month } = await params
  const overview = isMonth(month) ? await findOverview(negotiation) : null
  return overview ? { title: `Shifts of ${formatMonth(month)} · ${overview.title}` } : {}
}

/** The shifts of one month as a plain table: an address for the month, and a way to all of them without JavaScript. */
export default async function MonthPage({ params }: Props) {
  const { negotiation, month } = await params
  const table = isMonth(month)
    ? await findShiftTable(negotiation, { from: `${month}-01`, to: lastOfMonth(month) })
    : null
  if (!table || table.entry.length === 0) return orMoved(`/${negotiation}/shifts/${month}`)
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-6 sm:px-6 sm:pt-8 lg:px-10">
      <p className="meta">
        <Link href={`/${negotiation}/shifts`} prefetch={false} className="quiet-link">
          ← All shifts
        </Link>
      </p>
      <h1 className="mt-1 mb-4 text-[1.75rem]">Shifts of {formatMonth(month)}</h1>
      <div className="shift-frame">
        <table className="shift-table">
          <thead>
            <tr>
              {[
                ['on', 'Date'],
                ['party', 'Party'],
                ['demand', 'Demand'],
                ['from', 'From'],
                ['to', 'To'],
                ['kind', 'Kind'],
                ['speaker', 'Speaker'],
                ['sources', 'Sources'],
              ].map(([column, head]) => (
                <th key={column} scope="col" data-column={column} className="h-10 font-semibold">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.entry.map((entry, at) => (
              <ShiftLine key={entry} negotiation={negotiation} row={shiftRow(table, at)} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
