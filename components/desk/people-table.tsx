import { type Action, ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { ROLE_LABELS, ROLES, type Role } from '@/lib/domain/account/roles'
import '@/components/ui/plain.css'

export const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_LABELS[value].label }))

type Person = {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  secondFactor: boolean
  lastSeen: string | null
  changeRole: Action
  setDisabled: Action
  giveAccess: Action
}

/** Everybody with an account, and what an admin can do about it. */
export function PeopleTable({ people }: { people: readonly Person[] }) {
  return (
    <table className="plain-table folds">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Role</th>
          <th scope="col">Second factor</th>
          <th scope="col">Last seen</th>
          <th scope="col">Account</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, role, disabled, secondFactor, lastSeen, ...actions }) => (
          <tr key={id}>
            <td>
              {name}
              <span className="meta block [overflow-wrap:anywhere]">{email}</span>
              <span className="flex flex-wrap gap-x-3">
                <a href={`/desk/activity?person=${id}`} className="quiet-link meta py-1">
                  Activity<span className="sr-only"> of {name}</span>
                </a>
                <a href={`/desk/undo/new?scope=written&person=${id}`} className="quiet-link meta py-1">
                  Undo<span className="sr-only"> what {name} wrote</span>
                </a>
              </span>
            </td>
            <td>
              <ActionForm action={actions.changeRole} submit="Change" label={`Change the role of ${name}`} small>
                <Choice name="role" label={`Role of ${name}`} options={ROLE_OPTIONS} defaultValue={role} compact />
              </ActionForm>
            </td>
            <td data-label="Second factor">{secondFactor ? 'set up' : 'none'}</td>
            <td data-label="Last seen">{lastSeen ?? 'not signed in'}</td>
            <td>
              <div className="flex flex-wrap gap-2">
                <ActionForm
                  action={actions.setDisabled}
                  submit={disabled ? 'Enable' : 'Disable'}
                  label={`${disabled ? 'Enable' : 'Disable'} ${name}`}
                  small
                />
                {!disabled && (
                  <ActionForm
                    action={actions.giveAccess}
                    submit="Way back"
                    label={`Make a way back for ${name}`}
                    small
                  />
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
