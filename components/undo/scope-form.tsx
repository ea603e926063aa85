import { formatMoment } from '@/lib/domain/time/moment'
import type { Scope } from '@/lib/domain/undo/kinds'
import type { DeskImportChoice, ImportChoice } from '@/lib/domain/undo/view'
import { count } from './scope-text'

type Props = {
  people: { id: string; name: string }[]
  imports: ImportChoice[]
  deskImports: DeskImportChoice[]
  scope: Scope | null
}

/** As a field for an instant holds it. */
const local = (iso: string | null) => iso?.slice(0, 16) ?? ''

/** What is to be undone. Plain forms: a preview has an address. */
export function ScopeForm({ people, imports, deskImports, scope }: Props) {
  const account = scope && 'person' in scope ? scope : null
  return (
    <div className="undo-forms">
      <form action="/desk/undo/new" aria-label="What one account did">
        <label className="block">
          <span className="field-label">What</span>
          <select name="scope" defaultValue={account?.kind ?? 'written'} className="control">
            <option value="written">What it wrote and was published</option>
            <option value="approved">What it published or withdrew</option>
          </select>
        </label>
        <label className="block">
          <span className="field-label">Account</span>
          <select name="person" defaultValue={account?.person ?? ''} className="control" required>
            <option value="">Choose one</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="field-label">Published from (UTC, may stay empty)</span>
          <input type="datetime-local" name="from" defaultValue={local(account?.from ?? null)} className="control" />
        </label>
        <label className="block">
          <span className="field-label">Published up to (UTC, may stay empty)</span>
          <input type="datetime-local" name="to" defaultValue={local(account?.to ?? null)} className="control" />
        </label>
        <button type="submit" className="control">
          Preview what an account did
        </button>
      </form>
      {deskImports.length > 0 && (
        <form action="/desk/undo/new" aria-label="What one import at the desk brought">
          <input type="hidden" name="scope" value="desk-import" />
          <label className="block">
            <span className="field-label">Import at the desk</span>
            <select
              name="file"
              defaultValue={scope?.kind === 'desk-import' ? scope.import : deskImports[0]?.id}
              className="control"
            >
              {deskImports.map(({ id, fileName, by, at }) => (
                <option key={id} value={id}>
                  {fileName} by {by}, {formatMoment(at)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="control">
            Preview what it brought to readers
          </button>
        </form>
      )}
      {imports.length > 0 && (
        <form action="/desk/undo/new" aria-label="What one import brought">
          <input type="hidden" name="scope" value="import" />
          <label className="block">
            <span className="field-label">Import from the command line</span>
            <select
              name="import"
              defaultValue={scope?.kind === 'import' ? scope.publication : imports[0]?.publication}
              className="control"
            >
              {imports.map(({ publication, at, entries, negotiation }) => (
                <option key={publication} value={publication}>
                  {formatMoment(at)}: {count(entries, 'entry', 'entries')}, {negotiation}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="control">
            Preview what an import brought
          </button>
        </form>
      )}
    </div>
  )
}
