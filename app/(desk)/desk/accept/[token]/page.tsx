import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { findOpenLink } from '@/lib/domain/account/one-time-link'
import { ROLE_LABELS, type Role } from '@/lib/domain/account/roles'
import { SHORTEST_PASSWORD } from '@/lib/domain/account/schema'
import { acceptHere } from './actions'

export const metadata: Metadata = { title: 'Your account' }

type Props = { params: Promise<{ token: string }> }

export default async function Page({ params }: Props) {
  const { token } = await params
  const link = await findOpenLink(token, ['invitation', 'first-admin'])
  if (!link?.role)
    return (
      <DeskPage title="This link opens nothing any more">
        <p>It was used, taken back, or it is too old. Ask whoever sent it for a new one.</p>
      </DeskPage>
    )
  const { label, meaning } = ROLE_LABELS[link.role as Role]
  const lead = link.email
    ? `${link.email} is invited as ${label.toLowerCase()}: ${meaning}.`
    : `You become the first admin: ${meaning}.`
  return (
    <DeskPage title="Your account" lead={lead}>
      <ActionForm action={acceptHere.bind(null, token)} submit="Make the account">
        {!link.email && (
          <Field name="email" label="Mail address" type="email" autoComplete="username" inputMode="email" />
        )}
        <Field name="name" label="Name" hint="By which the others at the desk know you." autoComplete="name" />
        <Field
          name="password"
          label="Password"
          type="password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Four unrelated words are good.`}
          autoComplete="new-password"
        />
      </ActionForm>
    </DeskPage>
  )
}
