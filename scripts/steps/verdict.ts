import type { Verdict } from '@/lib/domain/chain/verify'

const count = (many: number) => (many === 1 ? '1 link' : `${many.toLocaleString('en-GB')} links`)

/** What npm run verify says, and whether all is well: the chain whole, and the head that was noted in it. */
export function describeVerdict(
  { links, head, noted: found, fault }: Verdict,
  noted: string | null,
  seconds: number,
): { text: string; whole: boolean } {
  if (fault) {
    const place =
      fault.number === null ? 'Not in the chain' : `Link ${fault.number.toLocaleString('en-GB')} is not what it was`
    const before =
      links === 0 ? '' : `\nThe ${count(links)} ${fault.number === null ? 'themselves' : 'before it'} are whole.`
    return { text: `${place}: ${fault.about}: ${fault.text}.${before}`, whole: false }
  }
  const lines =
    head === null
      ? ['Nothing is chained yet: no revision was ever saved.']
      : [
          `The chain is whole: ${count(links)}, checked against the rows in ${seconds.toFixed(1)} s.`,
          `  head ${head.number} ${head.hash}`,
        ]
  if (noted !== null)
    lines.push(
      found === null
        ? `No link has the hash ${noted}. The head that you noted is not of this chain: its history was replaced, or the hash is another site’s.`
        : `  the head that you noted is link ${found.toLocaleString('en-GB')}: everything up to there is as it was`,
    )
  return { text: lines.join('\n'), whole: noted === null || found !== null }
}
