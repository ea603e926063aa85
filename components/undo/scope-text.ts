// What is to be undone, in words.
import { formatMoment } from '@/lib/domain/time/moment'
import type { Scope } from '@/lib/domain/undo/kinds'

export function scopeText(scope: Scope, names: Record<string, string>): string {
  switch (scope.kind) {
    case 'written':
      return `What ${names[scope.person] ?? scope.person} wrote and was published${span(scope)}`
    case 'approved':
      return `What ${names[scope.person] ?? scope.person} published or withdrew${span(scope)}`
    case 'import':
      return `What one import brought (publication ${scope.publication})`
    case 'desk-import':
      return `What import ${scope.import} at the desk brought and was published`
    case 'undo':
      return `What undo ${scope.undo} did`
  }
}

function span({ from, to }: { from: string | null; to: string | null }): string {
  if (from && to) return `, from ${formatMoment(from)} to ${formatMoment(to)}`
  if (from) return `, since ${formatMoment(from)}`
  return to ? `, up to ${formatMoment(to)}` : ''
}

export function countsText(
  { correction, withdrawal }: { correction: number; withdrawal: number },
  isDone = false,
): string {
  const [goes, go, is, are] = isDone ? ['went', 'went', 'was', 'were'] : ['goes', 'go', 'is', 'are']
  const parts = [
    correction > 0 && `${count(correction, `entry ${goes}`, `entries ${go}`)} back to an earlier state`,
    withdrawal > 0 && `${count(withdrawal, `entry ${is}`, `entries ${are}`)} withdrawn`,
  ].filter(Boolean)
  return parts.length === 0 ? 'Readers would see the same as now.' : `${parts.join('; ')}.`
}

export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
