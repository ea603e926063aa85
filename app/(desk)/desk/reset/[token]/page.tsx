import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { findOpenLink } from '@/lib/domain/account/one-time-link'
import { SHORTEST_PASSWORD } from '@/lib/domain/account/schema'
import { setHere } from './actions'

export const metadata: Metadata = { title: 'A new password' }

type Props = { params: Promise<{ token: string }> }

export default async function Page({ params }: Props) {
  const { token } = await params
  const link = await findOpenLink(token, ['password', 'access'])
  if (!link?.person)
    return (
      <DeskPage title="This link opens nothing any more">
        <p>
          It was used, or it is too old.{' '}
          <Link href="/desk/reset" className="quiet-link" prefetch={false}>
            Ask for a new one
          </Link>
          .
        </p>
      </DeskPage>
    )
  return (
    <DeskPage
      title="A new password"
      lead={`For ${link.person.email}. You are signed out everywhere, and sign in with it.`}
    >
      <ActionForm action={setHere.bind(null, token)} submit="Set the password">
        <Field
          name="password"
          label="New password"
          type="password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Four unrelated words are good.`}
          autoComplete="new-password"
        />
      </ActionForm>
    </DeskPage>
  )
}
