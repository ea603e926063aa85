// The form in which a text is stored, made once: what looks the same is the same, so that words can be found again. Pure.

const BREAKS = /\r\n?|[\v\f\x85\u2028\u2029]/g
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
// Controls and format characters; not the signs of Arabic script that stand around numbers and are seen.
const UNSEEN = /(?!\n|\u200C|\u200D|[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2])[\p{Cc}\p{Cf}]/gu
// Joiners are part of spelling in scripts that join their letters; elsewhere they are unseen too.
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Malayalam}\\p{Script=Sinhala}]'
const LOOSE_JOINERS = new RegExp(`(?<!${JOINING})[\\u200C\\u200D]|[\\u200C\\u200D](?!${JOINING})`, 'gu')

/** Unicode form NFC, one kind of line break and of space, nothing invisible, no spaces at the end of lines, at most one empty line. */
export function normaliseText(text: string): string {
  return text
    .replace(BREAKS, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINERS, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
