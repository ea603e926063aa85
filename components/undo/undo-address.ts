// The address of a preview and what it stands for. What is not understood is left out, never guessed at.
import { SCOPE_KINDS, type Scope } from '@/lib/domain/undo/kinds'

const IMPORT = /^[a-z0-9]{12}$/
const NUMBER = /^[1-9]\d{0,8}$/
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(\.\d{1,3})?)?Z?$/

/** "2026-11-24T12:00", as a form gives it, in UTC; null where it is none. */
function momentOf(text: string | null): string | null {
  const found = MOMENT.exec(text ?? '')
  const iso = found && `${found[1]}${found[2] ?? ':00'}Z`
  return iso && Number.isFinite(Date.parse(iso)) && iso >= '0002' ? new Date(iso).toISOString() : null
}

export function parseScope(query: URLSearchParams): Scope | null {
  const kind = SCOPE_KINDS.find((one) => one === query.get('scope'))
  const number = (name: string) => (NUMBER.test(query.get(name) ?? '') ? Number(query.get(name)) : null)
  switch (kind) {
    case 'written':
    case 'approved': {
      const person = query.get('person') ?? ''
      if (person === '' || person.length > 80) return null
      return { kind, person, from: momentOf(query.get('from')), to: momentOf(query.get('to')) }
    }
    case 'import': {
      const publication = number('import')
      return publication === null ? null : { kind, publication }
    }
    case 'desk-import': {
      const id = query.get('file') ?? ''
      return IMPORT.test(id) ? { kind, import: id } : null
    }
    case 'undo': {
      const undo = number('undo')
      return undo === null ? null : { kind, undo }
    }
    default:
      return null
  }
}

export function previewAddress(scope: Scope, page = 0): string {
  const query = new URLSearchParams({ scope: scope.kind })
  if ('person' in scope) {
    query.set('person', scope.person)
    if (scope.from) query.set('from', scope.from)
    if (scope.to) query.set('to', scope.to)
  }
  if ('publication' in scope) query.set('import', String(scope.publication))
  if ('import' in scope) query.set('file', scope.import)
  if ('undo' in scope) query.set('undo', String(scope.undo))
  if (page > 0) query.set('page', String(page))
  return `/desk/undo/new?${query}`
}

export const parsePage = (text: string | null): number => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : 0)
