import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from './operator-error'

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'is not an address of the form postgresql://user:password@host:5432/database')
  .refine((url) => !/[?&]schema=/.test(url), 'has ?schema=…, which Parley does not know: give it a database of its own')

/** Every setting there is, read from the environment and from the file .env. Each has a default, so none is needed. */
const settingsSchema = z.object({
  PORT: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(1, 'is not a port: ports go from 1 to 65535')
    .max(65535, 'is not a port: ports go from 1 to 65535')
    .default(3000)
    .describe('The port that Parley listens on.'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is not a host name or an address such as 127.0.0.1')
    .optional()
    .describe(
      'The address that Parley listens on; unset means every address of the machine, 127.0.0.1 means this machine only.',
    ),
  SITE_URL: z
    .string()
    .refine(isSiteUrl, 'is not an address of the form https://parley.example.org, without a path')
    .transform((url) => new URL(url).origin)
    .optional()
    .describe(
      'The public address, for links in feeds, citations and exports; unset means http://localhost with the port.',
    ),
  DATABASE_URL: postgresUrl
    .optional()
    .describe('The PostgreSQL server to use, as the role that owns the database; unset means the embedded one.'),
  DATABASE_APP_URL: postgresUrl
    .optional()
    .describe('The same database as the role that the app writes with; unset means <owner>_app, made by itself.'),
  DATABASE_PUBLIC_URL: postgresUrl
    .optional()
    .describe('The same database as the role that public pages read with; unset means <owner>_public, made by itself.'),
  PARLEY_DATA: z
    .string()
    .default('.parley')
    .transform((folder) => resolve(folder))
    .describe('The folder of the embedded database; a relative one counts from the project.'),
  AUTH_SECRET: z
    .string()
    .min(32, 'is shorter than 32 characters')
    .optional()
    .describe(
      'What sessions are signed and second factors encrypted with; unset means that it is made from the password of the database’s owner.',
    ),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'is not an address of the form smtp://user:password@host:587 or smtps://…')
    .optional()
    .describe('The mail server for invitations and new passwords; unset means that an admin hands the links over.'),
  MAIL_FROM: z.email('is not a mail address').default('parley@localhost').describe('The address that mail comes from.'),
  PAGE_CACHE_MB: z.coerce
    .number('is not a number')
    .min(1, 'is less than 1')
    .max(4096, 'is more than 4096')
    .default(64)
    .describe('How many megabytes of finished pages are kept in memory.'),
  REQUESTS_PER_MINUTE: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is less than 0')
    .max(1_000_000, 'is more than 1000000')
    .default(120)
    .describe(
      'How often a minute one address may ask the interface, feeds, citations and search; 0 means without limit.',
    ),
  TRUSTED_PROXIES: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is less than 0')
    .max(10, 'is more than 10')
    .default(0)
    .describe('How many proxies stand in front and add to X-Forwarded-For; 0 means that the header is not believed.'),
})

export type Settings = Omit<z.infer<typeof settingsSchema>, 'SITE_URL'> & { SITE_URL: string }

/** Reads and checks all settings; throws one OperatorError that names every bad one. An empty value counts as unset. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).flatMap((key) => (env[key]?.trim() ? [[key, env[key]?.trim()]] : [])),
  )
  const result = settingsSchema.safeParse(given)
  if (result.success)
    return { ...result.data, SITE_URL: result.data.SITE_URL ?? `http://localhost:${result.data.PORT}` }
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof typeof settingsSchema.shape
    return `  ${name} = "${shown(name, given[name])}" ${issue.message}.\n    ${settingsSchema.shape[name].description}`
  })
  throw new OperatorError(
    `These settings are wrong:\n${lines.join('\n')}\nMend or remove them (environment or .env) and start again.`,
  )
}

const shown = (name: string, value = '') => (name === 'AUTH_SECRET' ? '***' : withoutPassword(value))

/** One paragraph a setting, for `npm start -- --help`. */
export function describeSettings(): string {
  return Object.entries(settingsSchema.shape)
    .map(([name, schema]) => `${name}\n  ${schema.description}`)
    .join('\n')
}

/** An address that may be shown in a message or a log. */
export function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*:).*(@)/, '$1***$2')
}

function isSiteUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && (hostname !== '' || text.includes('host=')) && pathname.length > 1
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ''
}
