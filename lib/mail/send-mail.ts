import 'server-only'
import nodemailer from 'nodemailer'
import { readSettings } from '@/lib/settings'

export type Mail = { to: string; subject: string; text: string }

export const canSendMail = (): boolean => readSettings().SMTP_URL !== undefined

/** Sends one message as plain text; throws when the server does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = readSettings()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set.')
  const transport = nodemailer.createTransport(SMTP_URL, {
    from: `Parley <${MAIL_FROM}>`,
    // No message names a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ to: { name: '', address: to }, subject, text })
  } finally {
    transport.close()
  }
}
