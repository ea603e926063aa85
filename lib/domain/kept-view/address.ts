export const TITLE_LENGTH = 120
export const ADDRESS_LENGTH = 2_000
export const NOTE_LENGTH = 4_000

/** Whether it leads to a page of this site, and nowhere else: "//host" and "/\host" are other sites to a browser. */
export function isAddressHere(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser drops these from an address before it reads it
  if (!/^\/(?![/\\])/.test(address) || /[\u0000-\u0020\u007F]/.test(address)) return false
  const home = 'https://parley.example.org'
  return URL.canParse(address, home) && new URL(address, home).origin === home
}
