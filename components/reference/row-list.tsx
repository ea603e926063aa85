import Link from 'next/link'
import { type Action, ActionForm } from '@/components/form/action-form'
import type { ReferenceLine } from '@/lib/domain/reference/kinds'

type Props = {
  rows: ReferenceLine[]
  /** The address of the list. */
  base: string
  move: (slug: string, past: string) => Action
}

/** A list of reference data in its order, each row with the ways to move it. */
export function RowList({ rows, base, move }: Props) {
  const standing = rows.filter(({ mergedInto }) => mergedInto === null)
  const merged = rows.filter(({ mergedInto }) => mergedInto !== null)
  return (
    <>
      <ol>
        {standing.map(({ slug, title, detail }, at) => {
          const [above, below] = [standing[at - 1], standing[at + 1]]
          return (
            <li key={slug} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line py-2.5">
              <div className="min-w-0 flex-1 basis-56">
                <Link href={`${base}/${slug}`} prefetch={false} className="quiet-link font-semibold">
                  <bdi>{title}</bdi>
                </Link>
                <p className="meta [overflow-wrap:anywhere]">
                  <bdi>{detail}</bdi>
                </p>
              </div>
              <div className="flex gap-2">
                {above && <ActionForm action={move(slug, above.slug)} submit="Up" label={`Move ${title} up`} small />}
                {below && (
                  <ActionForm action={move(slug, below.slug)} submit="Down" label={`Move ${title} down`} small />
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {merged.length > 0 && (
        <p className="meta mt-3">
          Merged:{' '}
          {merged.map(({ slug, title, mergedInto }, at) => (
            <span key={slug}>
              {at > 0 && ', '}
              <Link href={`${base}/${mergedInto}`} prefetch={false} className="quiet-link">
                {title}
              </Link>{' '}
              into {mergedInto}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
