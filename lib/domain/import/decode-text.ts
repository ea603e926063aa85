// Bytes of a file as text, or a refusal that says what to save it as. Pure.
import { DomainError } from '@/lib/domain/error'

export const LARGEST_IMPORT = 8 * 1024 * 1024

const refuse = (text: string) => new DomainError('INVALID', 'The file cannot be read.', [{ at: 'file', text }])

/** UTF-8 with or without a byte order mark, or UTF-16 with one. Nothing is guessed: a wrong guess would alter words. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw refuse('It is empty: choose a file with a table in it.')
  if (bytes.length > LARGEST_IMPORT)
    throw refuse(`It is larger than ${LARGEST_IMPORT / 2 ** 20} MB: divide it into several files.`)
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (utf16) {
    if (bytes.length % 2 !== 0) throw refuse('It is UTF-16 and breaks off in the middle of a character: save it again.')
    return new TextDecoder(utf16).decode(bytes)
  }
  const head = bytes.subarray(0, 1000)
  if (head.filter((byte) => byte === 0).length > head.length / 5)
    throw refuse('It looks like UTF-16 without a byte order mark: save it as “CSV UTF-8”.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse(`It is not UTF-8 (from byte ${firstBadByte(bytes)} on): save it as “CSV UTF-8”.`)
  }
}

/** How far the bytes are UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length]
  while (good < bad - 1) {
    const middle = (good + bad) >> 1
    try {
      // A character that is not whole yet is no fault of these bytes.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return bad
}
