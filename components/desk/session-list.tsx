import { type Action, ActionForm } from '@/components/form/action-form'

type Row = { id: string; browser: string; address: string; lastSeen: string; isThisOne: boolean }
type Props = { sessions: readonly Row[]; revoke: (id: string | null) => Action }

/** Where somebody is signed in. */
export function SessionList({ sessions, revoke }: Props) {
  return (
    <>
      <table className="desk-table">
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">Address</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="sr-only">End it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, browser, address, lastSeen, isThisOne }) => (
            <tr key={id}>
              <td>{browser}</td>
              <td>{address}</td>
              <td>{isThisOne ? 'now, this one' : lastSeen}</td>
              <td>
                {!isThisOne && (
                  <ActionForm
                    action={revoke(id)}
                    submit="Sign out"
                    label={`Sign out ${browser}, last seen ${lastSeen}`}
                    small
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <div className="mt-4">
          <ActionForm action={revoke(null)} submit="Sign out everywhere else" small />
        </div>
      )}
    </>
  )
}
