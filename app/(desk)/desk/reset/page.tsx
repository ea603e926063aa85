import type { Metadata } from 'next'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { canSendMail } from '@/lib/mail/send-mail'
import { requestHere } from './actions'

export const metadata: Metadata = { title: 'A new password' }

export default function Page() {
  if (!canSendMail())
    return (
      <DeskPage title="A new password">
        <p className="max-w-[68ch]">
          This site sends no mail. Ask an admin, who can make you a link. An admin who is locked out asks whoever runs
          the server.
        </p>
      </DeskPage>
    )
  return (
    <DeskPage title="A new password" lead="We send a link to your address, with which you choose a new password.">
      <ActionForm action={requestHere} submit="Send the link">
        <Field name="email" label="Mail address" type="email" autoComplete="username" inputMode="email" />
      </ActionForm>
    </DeskPage>
  )
}
