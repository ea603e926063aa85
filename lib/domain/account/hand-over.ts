import 'server-only'
import { canSendMail, type Mail, sendMail } from '@/lib/mail/send-mail'

/** What became of a link: sent by mail, or here for the admin to hand over. */
export type HandedOver = { sent: true } | { sent: false; url: string; problem: string | null }

/** Mails a link; without a mail server, or when it fails, the admin who made the link gets it to hand over. */
export async function handOver(url: string, mail: Mail): Promise<HandedOver> {
  if (!canSendMail()) return { sent: false, url, problem: null }
  try {
    await sendMail(mail)
    return { sent: true }
  } catch (error) {
    console.error('A mail could not be sent:', error)
    return { sent: false, url, problem: 'The mail server did not take the message.' }
  }
}
