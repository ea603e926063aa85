import Link from 'next/link'

type Props = { negotiation: string; total: number; inPage: number; open?: boolean }

/** Very many sources page by page, newest first. */
export function SourcePages({ negotiation, total, inPage, open = false }: Props) {
  return (
    <details className="mt-6" open={open}>
      <summary className="cursor-pointer">Page by page</summary>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {Array.from({ length: Math.ceil(total / inPage) }, (_, at) => at + 1).map((page) => (
          <li key={page}>
            <Link href={`/${negotiation}/sources/${page}`} prefetch={false} className="quiet-link">
              <span className="sr-only">Page </span>
              {page}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
