import { expect, test } from 'vitest'
import { describeSettings, readSettings, withoutPassword } from './settings'

test('nothing needs to be set, and an empty value counts as unset', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, SITE_URL: 'http://localhost:3000', PAGE_CACHE_MB: 64 })
  expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  expect(readSettings({ PORT: '4000' }).SITE_URL).toBe('http://localhost:4000')
})

test('requests are logged where a service runs, and not to a developer', () => {
  expect(readSettings({ NODE_ENV: 'development' }).LOG_FORMAT).toBe('off')
  expect(readSettings({ NODE_ENV: 'production' }).LOG_FORMAT).toBe(process.stdout.isTTY ? 'off' : 'json')
  expect(readSettings({ NODE_ENV: 'production', LOG_FORMAT: 'text' }).LOG_FORMAT).toBe('text')
})

test.each([
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', '30.5'],
  ['HOST', 'a host'],
  ['SITE_URL', 'ftp://parley.org'],
  ['SITE_URL', 'https://parley.org/path'],
  ['DATABASE_URL', 'postgresql://localhost'],
  ['DATABASE_URL', 'postgresql://u:p@localhost/d?schema=x'],
  ['PAGE_CACHE_MB', '0'],
  ['LOG_FORMAT', 'xml'],
  ['METRICS_PORT', '0'],
  ['METRICS_HOST', 'a host'],
  ['DRAIN_SECONDS', '31'],
  ['AUTH_SECRET', 'short'],
  ['SMTP_URL', 'mail.example.org'],
  ['MAIL_FROM', 'parley'],
])('%s = %s is refused by name', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(`${name} = "`)
})

test('all bad settings are named at once, and no password is shown', () => {
  const reading = () => readSettings({ PORT: 'x', DATABASE_URL: 'mysql://me:geheim@h/d' })
  expect(reading).toThrow(/PORT = "x"[\s\S]*DATABASE_URL = "mysql:\/\/me:\*\*\*@h\/d"/)
  expect(withoutPassword('postgresql://u:p:@ss@h/d')).toBe('postgresql://u:***@h/d')
  expect(() => readSettings({ AUTH_SECRET: 'geheim' })).toThrow('AUTH_SECRET = "***"')
})

test('each setting says what it is for', () => {
  expect(describeSettings().match(/^[A-Z_]+\n {2}[A-Z].+\.$/gm)).toHaveLength(describeSettings().split('\n').length / 2)
})
