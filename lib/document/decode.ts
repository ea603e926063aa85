const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i

/** Bytes as text: by the byte order mark, the server, the page itself, or what they look like. Never fails. */
export function decode(bytes: Uint8Array, charset: string): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  for (const label of isUtf8 ? ['utf-8'] : [marked, charset, META_CHARSET.exec(head)?.[1]]) {
    const decoder = label && decoderOf(label)
    if (decoder) return decodeWith(decoder, bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWith(new TextDecoder('windows-1252'), bytes)
  }
}

// In Node 20 windows-1252 comes out as ISO 8859-1: quotation marks and dashes would be control characters.
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decodeWith(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\x80-\x9f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] as string)
}

export const charsetOf = (contentType: string): string => /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1] ?? ''

/** The encodings of the WHATWG standard; a label that is none of them says nothing. */
function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
