import { z } from 'zod'
import { line } from '@/lib/domain/text/schema'
import { ROLES } from './roles'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
const FEWEST_CHARACTERS = 5

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This is longer than a mail address can be.')
  .pipe(z.email('This is not a mail address. Write it like name@example.org.'))

export const personName = z
  .string()
  .transform((text) => text.trim().normalize('NFC'))
  .pipe(z.string().min(1, 'Write the name by which the others at the desk know you.').pipe(line(80)))

/** A password that somebody chooses. Long is what helps; no rule asks for signs and digits. */
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `Choose at least ${SHORTEST_PASSWORD} characters: four unrelated words, for example.`)
  .max(LONGEST_PASSWORD, `Choose at most ${LONGEST_PASSWORD} characters.`)
  .refine(
    (text) => new Set(text.toLowerCase()).size >= FEWEST_CHARACTERS,
    'The same few characters again and again are easily guessed.',
  )

/** A password that is tried. Nothing is said about its form. */
export const givenPassword = z
  .string()
  .min(1, 'Write your password.')
  .max(LONGEST_PASSWORD, 'This is not your password.')

export const role = z.enum(ROLES, 'Choose a role.')

/** From an authenticator, or a recovery code; spaces are how people read them to themselves. */
export const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .regex(
        /^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/,
        'A code has six digits; a recovery code looks like AbC1d-2EfGh.',
      ),
  )

export const token = z.string().regex(/^[\w-]{43}$/, 'This link is not whole. Copy it again.')
export const personId = z.string().min(1).max(64)
export const version = z.coerce.number().int().min(1)
