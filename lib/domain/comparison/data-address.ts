// The table on the page as data: the address at which the interface gives exactly its cells.
import type { ComparisonState } from './address'
import { type ComparisonView, cellState, type DemandRow } from './view'

/** Path and query of the positions shown; `rows` and `shown` are the demands and parties that the reader's choices leave. */
export function positionsAddress(
  form: 'json' | 'csv',
  view: ComparisonView,
  rows: readonly DemandRow[],
  shown: readonly string[],
  state: Pick<ComparisonState, 'onRecordOnly' | 'known'>,
): string {
  const query = [
    // Of a day in the past that is known, the latest is another than today's.
    ['asOf', view.asOf === view.today && !state.known ? '' : view.asOf],
    ['knownAt', state.known ?? ''],
    ['party', shown.length === view.parties.length ? '' : shown.join(',')],
    ['demand', rows.length === view.demands.length ? '' : rows.map(({ slug }) => slug).join(',')],
    ['onRecord', state.onRecordOnly ? 'true' : ''],
  ].filter(([, value]) => value !== '')
  const path = `/api/v1/negotiations/${view.negotiation.slug}/positions${form === 'csv' ? '.csv' : ''}`
  return query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`
}

/** How many positions there are in the cells shown. */
export const countPositions = (
  rows: readonly DemandRow[],
  shown: readonly string[],
  { onRecordOnly }: Pick<ComparisonState, 'onRecordOnly'>,
): number =>
  rows.reduce(
    (sum, { cells }) =>
      sum + shown.filter((party) => cells[party] && cellState(cells[party], onRecordOnly).position).length,
    0,
  )
