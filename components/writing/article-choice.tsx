'use client'
import Link from 'next/link'
import type { DraftCitation } from '@/lib/domain/draft/content'

type Choice = { slug: string; title: string; publisher: string }

type Props = {
  draft: string
  /** The one that is open. */
  open: string | null
  choices: Choice[]
  citations: DraftCitation[]
}

/** Which article stands beside the entry: the others that it cites are one click away, those that came last are below. */
export function ArticleChoice({ draft, open, choices, citations }: Props) {
  const others = choices.filter(({ slug }) => slug !== open)
  const isCited = ({ slug }: Choice) => citations.some(({ source }) => source === slug)
  const [cited, lately] = [others.filter(isCited), others.filter((one) => !isCited(one))]
  const list = (some: Choice[]) => (
    <ul className="mt-1 space-y-1">
      {some.map(({ slug, title, publisher }) => (
        <li key={slug}>
          <Link href={`/desk/drafts/${draft}?article=${slug}`} replace scroll={false} prefetch={false}>
            <bdi>{title}</bdi>
          </Link>{' '}
          <span className="meta">
            <bdi>{publisher}</bdi>
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label="Other articles" className="mb-4 text-[0.9375rem]">
      {cited.length > 0 && (
        <>
          <p className="meta">This entry also cites:</p>
          {list(cited)}
        </>
      )}
      {lately.length > 0 && (
        <details className="mt-1">
          <summary className="meta cursor-pointer">Open another article</summary>
          {list(lately)}
          <p className="meta mt-2">
            An older one is opened from its own page, under “Write entries from this article”.
          </p>
        </details>
      )}
    </nav>
  )
}
