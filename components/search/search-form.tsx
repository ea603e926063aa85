import { LONGEST_QUESTION } from '@/lib/domain/search/kinds'
import type { SearchAddress } from './search-address'

type Props = { asked: SearchAddress; negotiations: Record<string, string> }

export function SearchForm({ asked, negotiations }: Props) {
  return (
    <search>
      <form action="/search" className="mt-4 flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          defaultValue={asked.q}
          maxLength={LONGEST_QUESTION}
          aria-label="Words to find"
          placeholder="Words to find"
          className="control min-w-0 flex-1 basis-64"
        />
        {Object.keys(negotiations).length > 1 && (
          <select
            name="negotiation"
            aria-label="Negotiation"
            defaultValue={asked.negotiation ?? ''}
            className="control max-w-full"
          >
            <option value="">All negotiations</option>
            {Object.entries(negotiations).map(([slug, title]) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        )}
        {asked.kind && <input type="hidden" name="kind" value={asked.kind} />}
        <button type="submit" className="control">
          Search
        </button>
      </form>
    </search>
  )
}
