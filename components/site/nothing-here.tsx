import Link from 'next/link'

/** What a reader is told at an address at which nothing is, and where to go from there. */
export function NothingHere() {
  return (
    <div className="mx-auto max-w-[74ch] px-6 pt-16">
      <h1 className="text-3xl">There is nothing at this address</h1>
      <p className="mt-3">
        A demand, party or entry may be spelled differently; a day must be one from the start of the negotiation to
        today, written like <code>2025-12-14</code>.
      </p>
      <p className="mt-3">
        <Link href="/" className="quiet-link">
          Go to the comparison table
        </Link>{' '}
        or{' '}
        <Link href="/search" className="quiet-link">
          search the record
        </Link>
        .
      </p>
    </div>
  )
}
