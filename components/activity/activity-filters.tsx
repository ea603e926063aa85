import { ACTION_GROUPS, SUBJECT_KINDS } from '@/lib/domain/activity/labels'
import type { ActivityFilter } from '@/lib/domain/activity/view'

type Props = { filter: ActivityFilter; people: { id: string; name: string }[] }

/** A plain form: every view of the log has an address. */
export function ActivityFilters({ filter, people }: Props) {
  return (
    <search>
      <form action="/desk/activity" className="activity-filters">
        <label className="block">
          <span className="field-label">Who</span>
          <select name="person" defaultValue={filter.person ?? ''} className="control">
            <option value="">anybody</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="import">an import</option>
            <option value="operator">the operator</option>
          </select>
        </label>
        <label className="block">
          <span className="field-label">What</span>
          <select name="action" defaultValue={filter.action ?? ''} className="control">
            <option value="">anything</option>
            {ACTION_GROUPS.map(([heading, actions]) => (
              <optgroup key={heading} label={heading}>
                {actions.map(([action, label]) => (
                  <option key={action} value={action}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="field-label">On</span>
          <select name="kind" defaultValue={filter.kind ?? ''} className="control">
            <option value="">any subject</option>
            {SUBJECT_KINDS.map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="field-label">Its id</span>
          <input name="subject" defaultValue={filter.subject ?? ''} maxLength={120} className="control" />
        </label>
        <label className="block">
          <span className="field-label">From (UTC)</span>
          <input type="date" name="from" defaultValue={filter.from ?? ''} className="control" />
        </label>
        <label className="block">
          <span className="field-label">To</span>
          <input type="date" name="to" defaultValue={filter.to ?? ''} className="control" />
        </label>
        <button type="submit" className="control">
          Show
        </button>
      </form>
    </search>
  )
}
