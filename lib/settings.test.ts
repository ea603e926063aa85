import { expect, test } from 'vitest'
import { describeSettings, readSettings, withoutPassword } from './settings'

test('nothing needs to be set, and an empty value counts as unset', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, SITE_URL: 'http://localhost:3000', PAGE_CACHE_MB: 64 })
  expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  expect(readSettings({ PORT: '4000' }).SITE_URL).toBe('http://localhost:4000')
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
