/** Where a list of shifts holds the newest only: that it does, and the way to all of them. */
export function MoreShifts({ listed, all, href }: { listed: number; all: number; href: string }) {
  if (listed >= all) return null
  return (
    <p className="meta mt-3">
      The newest {listed}.{' '}
      <a href={href} className="quiet-link">
        All {all.toLocaleString('en-GB')} in the table of shifts
      </a>
    </p>
  )
}
