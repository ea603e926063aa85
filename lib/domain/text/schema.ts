// The kinds of text a record is made of. What could deceive a reader is refused here, at the one edge everything passes.
import { z } from 'zod'
import { isDay } from '@/lib/domain/time/day'

// Characters that are invisible, or that turn the reading direction: harmless in a quotation that stands isolated,
// a disguise in a name, a title or an address. (All 12 of Unicode's Bidi_Control, zero-width, tags, line separators.)
const DISGUISE = /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, but a quotation may break lines
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/
/** What a reader that met foreign bytes leaves behind: the character that stood there is lost. */
const LOST = /\uFFFD/
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** What is wrong in words, and by a name that lasts for whoever counts and sorts faults. */
const coded = (code: string, error: string) => ({ error, params: { code } })

/** Text in our own words on one line: a name, a title, a summary. `longest` in characters. */
export const line = (longest: number) =>
  z
    .string()
    .min(1, 'is empty: write the text, or null where the field may be missing')
    .max(longest, `is longer than ${longest} characters: shorten it`)
    .refine((text) => text === text.trim(), 'begins or ends with a space: take it away')
    .refine(
      (text) => text === text.normalize('NFC'),
      coded('not-normalised', 'is not in Unicode form NFC: normalise it'),
    )
    .refine(
      (text) => !CONTROL.test(text),
      coded('control-character', 'holds a control character or a line break: take it out'),
    )
    .refine((text) => !LONE_SURROGATE.test(text), coded('half-character', 'holds half of a character: take it out'))
    .refine(
      (text) => !LOST.test(text),
      coded('lost-character', 'holds a replacement character (U+FFFD): put back what stood there'),
    )
    .refine(
      (text) => !DISGUISE.test(text),
      coded('hidden-character', 'holds an invisible or direction-changing character: take it out'),
    )

/** Words of somebody else, kept exactly; may hold line breaks and right-to-left script. */
export const verbatim = (longest: number) =>
  z
    .string()
    .min(1, 'is empty: give the exact words')
    .max(longest, `is longer than ${longest} characters: quote less`)
    .refine((text) => text.trim() !== '', 'is blank: give the exact words')
    .refine(
      (text) => !CONTROL_BUT_BREAKS.test(text),
      coded('control-character', 'holds a control character: take it out'),
    )
    .refine((text) => !LONE_SURROGATE.test(text), coded('half-character', 'holds half of a character: take it out'))
    .refine(
      (text) => !LOST.test(text),
      coded('lost-character', 'holds a replacement character (U+FFFD): put back what stood there'),
    )

export const slug = z
  .string()
  .max(80, 'is longer than 80 characters: shorten it')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug: use small letters a–z, digits and single hyphens')

export const day = z.string().refine(isDay, 'is not a day: write YYYY-MM-DD, for example 2025-12-14')

/** An address a reader can follow. Anything but http and https (javascript:, data:, file:) is refused. */
export const webAddress = z
  .string()
  .max(2000, 'is longer than 2,000 characters: give a shorter address')
  .refine(
    (text) => !CONTROL.test(text) && !DISGUISE.test(text) && !/\s/.test(text),
    'holds a space or hidden character: take it out',
  )
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    return (
      url !== null &&
      /^https?:\/\//.test(text) &&
      ['http:', 'https:'].includes(url.protocol) &&
      !url.username &&
      !url.password
    )
  }, 'is not a web address: it must begin with https:// or http:// and hold no password')
