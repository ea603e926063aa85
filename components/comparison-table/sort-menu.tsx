'use client'
import { LazyPopover } from '@/components/ui/lazy-popover'
import type { ComparisonState, SortKey } from '@/lib/domain/comparison/address'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { Go } from './use-address'

type Props = { view: ComparisonView; state: ComparisonState; shown: string[]; go: Go }

/** The order of the rows, and whether they stand under their topics. */
export function SortMenu({ view, state, shown, go }: Props) {
  const orders = sortOrders(view, shown)
  const first = state.sort[0]
  const current =
    first && orders.find((order) => order.sort.key === first.key && order.sort.descending === first.descending)
  return (
    <LazyPopover
      label={`Sort: ${current ? current.label.toLowerCase() : 'order of the record'}`}
      title="Order of the rows"
      active={state.sort.length > 0 || state.grouped}
    >
      {() => (
        <fieldset className="max-h-[70vh] overflow-y-auto">
          <legend className="sr-only">Order of the rows</legend>
          <label className="menu-row cursor-pointer">
            Group by topic
            <input
              type="checkbox"
              className="accent-(--accent)"
              checked={state.grouped}
              onChange={(event) => go({ grouped: event.target.checked })}
            />
          </label>
          <Order label="Order of the record" chosen={state.sort.length === 0} onChoose={() => go({ sort: [] })} />
          {orders.map(({ label, sort }) => (
            <Order key={label} label={label} chosen={current?.label === label} onChoose={() => go({ sort: [sort] })} />
          ))}
        </fieldset>
      )}
    </LazyPopover>
  )
}

function Order({ label, chosen, onChoose }: { label: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label className="menu-row cursor-pointer">
      {label}
      <input type="radio" name="order" className="accent-(--accent)" checked={chosen} onChange={onChoose} />
    </label>
  )
}

function sortOrders(view: ComparisonView, shown: string[]): { label: string; sort: SortKey }[] {
  const both = (key: string, up: string, down: string) => [
    { label: down, sort: { key, descending: true } },
    { label: up, sort: { key, descending: false } },
  ]
  return [
    ...both('shift', 'Oldest shift first', 'Latest shift first'),
    ...both('spread', 'Narrowest spread first', 'Widest spread first'),
    ...both('entries', 'Fewest entries first', 'Most entries first'),
    ...both('demand', 'Demand A to Z', 'Demand Z to A'),
    ...both('topic', 'Topic', 'Topic, last first'),
    ...shown.flatMap((slug) => {
      const name = view.parties.find((party) => party.slug === slug)?.name ?? slug
      return both(`by-${slug}`, `${name}: rejects first`, `${name}: demands first`)
    }),
  ]
}
