import type { PublishedEntry } from '@/lib/domain/negotiation/record'
import { SCALE } from '@/lib/domain/stance/scale'
import type { ShownEntry } from './list-schema'

/** An entry of a record that is at hand, as the interface gives it. */
export function toShown(
  negotiation: string,
  { ordinal: _, kind: __, citations, ...entry }: PublishedEntry,
): ShownEntry {
  return {
    ...entry,
    negotiation,
    value: SCALE[entry.stance].value,
    citations: citations.map(({ source, quote, quoteKind, speaker, attribution, saidOn }) => ({
      ...{ source, quote, quoteKind, speaker, attribution, saidOn },
    })),
  }
}
