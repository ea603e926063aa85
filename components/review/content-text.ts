// A field of an entry as a person reads it.
import { attributionLabel, quoteKindLabel } from '@/lib/domain/citation/kinds'
import type { DraftContent } from '@/lib/domain/draft/content'
import { salienceLabel } from '@/lib/domain/entry/kinds'
import { basisLabel, shiftLabel } from '@/lib/domain/shift/kinds'
import { SCALE } from '@/lib/domain/stance/scale'
import { formatDay, isDay } from '@/lib/domain/time/day'

const day = (text: string) => (isDay(text) ? formatDay(text) : text)

/** Lines of text; empty where nothing is said. */
export function fieldText(content: DraftContent, field: keyof DraftContent): string[] {
  const value = content[field]
  if (value === '' || value === null) return []
  switch (field) {
    case 'stance':
      return content.stance === '' ? [] : [SCALE[content.stance].label]
    case 'heldFrom':
      return [day(content.heldFrom)]
    case 'datePrecision':
      return [{ day: 'exact day', month: 'month only', approximate: 'inferred' }[content.datePrecision]]
    case 'salience':
      return content.salience === '' ? [] : [salienceLabel(content.salience) ?? '']
    case 'shiftType':
      return content.shiftType === '' ? [] : [shiftLabel(content.shiftType)]
    case 'shiftBasis':
      return content.shiftType === '' ? [] : [basisLabel(content.shiftBasis)]
    case 'citations':
      return content.citations.map(({ quote, source, quoteKind, speaker, attribution, saidOn }) =>
        [
          `“${quote}”`,
          speaker || quoteKindLabel(quoteKind),
          attributionLabel(attribution),
          saidOn && `said ${day(saidOn)}`,
          source,
        ]
          .filter(Boolean)
          .join(' · '),
      )
    default:
      return [String(value)]
  }
}
