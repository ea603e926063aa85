import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { PeopleTable, ROLE_OPTIONS } from '@/components/desk/people-table'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import { Section } from '@/components/ui/section'
import { listInvitations, listPeople } from '@/lib/domain/account/queries'
import { ROLE_LABELS, roleMay } from '@/lib/domain/account/roles'
import { formatMoment } from '@/lib/domain/time/moment'
import { requireActor } from '@/lib/http/signed-in'
import { changeRoleHere, giveAccessHere, inviteHere, revokeInvitationHere, setDisabledHere } from './actions'

export const metadata: Metadata = { title: 'People' }

export default async function Page() {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'manage people'))
    return (
      <DeskPage title="People">
        <p>Only an admin sees who has an account.</p>
      </DeskPage>
    )
  const [people, invitations] = await Promise.all([listPeople(actor), listInvitations(actor)])
  return (
    <DeskPage
      title="People"
      lead="Nobody signs up: people come by invitation. A change of role, or a disabled account, holds from the next click on."
    >
      <Section title="Invite">
        <ActionForm action={inviteHere} submit="Invite" clears>
          <Field name="email" label="Mail address" type="email" autoComplete="off" inputMode="email" />
          <Choice name="role" label="Role" options={ROLE_OPTIONS} defaultValue="researcher" />
        </ActionForm>
      </Section>
      <Section title="Accounts">
        <PeopleTable
          people={people.map(({ version, lastSeenAt, ...person }) => ({
            ...person,
            lastSeen: lastSeenAt && formatMoment(lastSeenAt),
            changeRole: changeRoleHere.bind(null, { id: person.id, version }),
            setDisabled: setDisabledHere.bind(null, { id: person.id, version, disabled: !person.disabled }),
            giveAccess: giveAccessHere.bind(null, person.id),
          }))}
        />
      </Section>
      <Section title="Open invitations">
        {invitations.length === 0 && <p>None.</p>}
        <ul className="grid gap-3">
          {invitations.map(({ id, email, role, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {email}, {ROLE_LABELS[role].label.toLowerCase()}{' '}
                <span className="meta">until {formatMoment(expiresAt)}</span>
              </span>
              <ActionForm
                action={revokeInvitationHere.bind(null, id)}
                submit="Take back"
                label={`Take back the invitation of ${email}`}
                small
              />
            </li>
          ))}
        </ul>
      </Section>
    </DeskPage>
  )
}
