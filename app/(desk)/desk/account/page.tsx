import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { SecondFactor } from '@/components/desk/second-factor'
import { SessionList } from '@/components/desk/session-list'
import { TokenList } from '@/components/desk/token-list'
import { ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { Section } from '@/components/ui/section'
import { listTokens } from '@/lib/domain/access-token/queries'
import { browserName } from '@/lib/domain/account/browser-name'
import { listSessions } from '@/lib/domain/account/queries'
import { ROLE_LABELS, roleMay } from '@/lib/domain/account/roles'
import { SHORTEST_PASSWORD } from '@/lib/domain/account/schema'
import { formatMoment } from '@/lib/domain/time/moment'
import { requireMe } from '@/lib/http/signed-in'
import {
  beginSecondFactorHere,
  changePasswordHere,
  confirmSecondFactorHere,
  makeTokenHere,
  removeSecondFactorHere,
  renameHere,
  renewCodesHere,
  revokeHere,
  revokeTokenHere,
} from './actions'

export const metadata: Metadata = { title: 'Account' }

export default async function Page() {
  const me = await requireMe()
  const tokens = me.actor ? await listTokens(me.actor) : []
  const makesTokens = Boolean(me.actor && roleMay(me.role, 'write drafts'))
  const role = ROLE_LABELS[me.role].label.toLowerCase()
  const lead = me.actor
    ? `${me.email}, ${role}.`
    : `${me.email}. As ${role} you need a second factor: set it up before you go on.`
  return (
    <DeskPage title="Account" lead={lead}>
      <Section title="Second factor">
        <p className="mb-4 max-w-[68ch]">
          {me.secondFactor
            ? 'Set up. Whoever has only your password cannot sign in.'
            : 'An authenticator app on your telephone makes a code for each sign-in.'}
        </p>
        <SecondFactor
          isSetUp={me.secondFactor}
          begin={beginSecondFactorHere}
          confirm={confirmSecondFactorHere}
          renew={renewCodesHere}
          remove={removeSecondFactorHere}
        />
      </Section>
      {me.actor && (
        <>
          <Section title="Where you are signed in">
            <SessionList
              sessions={(await listSessions(me)).map(({ userAgent, lastSeenAt, ...session }) => ({
                ...session,
                browser: browserName(userAgent),
                lastSeen: formatMoment(lastSeenAt),
              }))}
              revoke={(id) => revokeHere.bind(null, id)}
            />
          </Section>
          {(makesTokens || tokens.length > 0) && (
            <Section title="Tokens for scripts">
              <TokenList
                tokens={tokens}
                make={makesTokens ? makeTokenHere : null}
                revoke={(id) => revokeTokenHere.bind(null, id)}
              />
            </Section>
          )}
          <Section title="Name">
            <ActionForm action={renameHere} submit="Change the name">
              <Field name="name" label="Name" defaultValue={me.name} autoComplete="name" />
            </ActionForm>
          </Section>
          <Section title="Password">
            <ActionForm action={changePasswordHere} submit="Change the password" clears>
              <Field name="current" label="Your password now" type="password" autoComplete="current-password" />
              <Field
                name="password"
                label="New password"
                type="password"
                hint={`At least ${SHORTEST_PASSWORD} characters. Four unrelated words are good.`}
                autoComplete="new-password"
              />
            </ActionForm>
          </Section>
        </>
      )}
    </DeskPage>
  )
}
