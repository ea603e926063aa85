import Link from 'next/link'

export function SiteFooter() {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="meta mx-auto flex max-w-[90rem] flex-wrap gap-x-6 gap-y-1 px-4 py-6 sm:px-6 lg:px-10">
        <p className="max-w-[74ch]">
          Parley shows what each party has stated or is reported to hold, since when, and in whose words. It makes no
          forecasts. A gap means that nothing was found, not that nothing was said.
        </p>
        <p className="no-print ml-auto flex gap-x-5">
          <Link href="/corrections" prefetch={false} className="quiet-link">
            Corrections
          </Link>
          <Link href="/method" prefetch={false} className="quiet-link">
            How positions are coded
          </Link>
        </p>
      </div>
    </footer>
  )
}
