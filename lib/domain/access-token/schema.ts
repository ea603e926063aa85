import { z } from 'zod'
import { givenPassword } from '@/lib/domain/account/schema'
import { line } from '@/lib/domain/text/schema'
import { LASTS_DAYS, SCOPES } from './kinds'

/** "parley_" tells scanners of repositories what they have found; 256 random bits follow. */
export const TOKEN_PREFIX = 'parley_'
export const bearer = z.string().regex(/^Bearer parley_[\w-]{43}$/i)

export const makeSchema = z.strictObject({
  name: z
    .string()
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(z.string().min(1, 'Say what the token is for.').pipe(line(80))),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'Choose at least one thing that it may do.')
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  days: z.coerce
    .number()
    .refine((days) => (LASTS_DAYS as readonly number[]).includes(days), 'Choose how long it lasts.'),
  password: givenPassword,
})

export const revokeSchema = z.strictObject({ id: z.number().int().min(1) })
