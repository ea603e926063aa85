// The record played again from the beginning: from nothing but what is only ever added to, every state that readers saw, at any instant.
import { type Held, inOrder } from '@/lib/domain/position/rules'

export type Saved = Held & { entry: string; cell: string; revision: number }
export type Published = { entry: string; revision: number; kind: string; at: string }

/** What readers saw at an instant, cell by cell in the order in which it was held. `published` in the order in which it happened. */
export function replay(
  saved: readonly Saved[],
  published: readonly Published[],
  known: string | null = null,
): Map<string, Saved[]> {
  const states = new Map(saved.map((one) => [`${one.entry} ${one.revision}`, one]))
  const shown = new Map<string, Saved>()
  for (const { entry, revision, kind, at } of published) {
    if (known !== null && at > known) break
    const state = states.get(`${entry} ${revision}`)
    if (!state) throw new Error(`Revision ${revision} of ${entry} was published and is not there.`)
    if (kind === 'withdrawal') shown.delete(entry)
    else shown.set(entry, state)
  }
  const cells = new Map<string, Saved[]>()
  for (const one of shown.values()) cells.set(one.cell, [...(cells.get(one.cell) ?? []), one])
  return new Map([...cells].map(([cell, entries]) => [cell, inOrder(entries)]))
}
