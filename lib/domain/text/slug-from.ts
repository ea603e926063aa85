/** A slug made from a name or title: Latin letters and digits, no longer than `longest`. Empty where there is none in it. Pure. */
export function slugFrom(text: string, longest = 60): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, longest).replace(/-+$/, '')
}
