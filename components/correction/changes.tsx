import type { Correction } from '@/lib/domain/correction/view'
import '@/components/ui/plain.css'

/** Old value and new value of each field that was changed. */
export function Changes({ changes }: Pick<Correction, 'changes'>) {
  return (
    <table className="plain-table folds mt-2 max-w-[52rem]">
      <caption className="sr-only">What was changed</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row" className="font-semibold">
              {field}
            </th>
            <td className="text-muted">{before ?? 'nothing'}</td>
            <td>{after ?? 'nothing'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
