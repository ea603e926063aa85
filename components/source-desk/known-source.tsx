import Link from 'next/link'

export type KnownSource = { by: 'address' | 'text' | 'likeness'; slug: string; title: string; publisher: string }

const WHY = {
  address: 'This article is there already, under this address or a variant of it.',
  text: 'A source with exactly this text is there already.',
  likeness: 'A source with nearly this text is there already.',
}

/** What is there already, offered instead of a second copy. */
export function KnownSourceNotice({ known }: { known: KnownSource }) {
  return (
    <div role="status" className="my-4 border-l-4 border-accent bg-accent-soft px-4 py-3">
      <p className="font-semibold">{WHY[known.by]}</p>
      <p className="mt-1">
        <Link href={`/desk/sources/${known.slug}`} className="quiet-link">
          <bdi>{known.title}</bdi>
        </Link>{' '}
        <span className="meta">
          <bdi>{known.publisher}</bdi>
        </span>
      </p>
    </div>
  )
}
