'use client'
import { WordsInput } from '@/components/ui/words-input'
import { GRADES, PUBLISHER_FLAGS, publisherFlagLabel, SOURCE_KINDS, sourceKindLabel } from '@/lib/domain/source/kinds'
import type { SourceChoice } from '@/lib/domain/source/list'
import { SORT_NAMES } from './sort-names'

type Props = { choice: SourceChoice; change: (part: Partial<SourceChoice>) => void }

/** The filters of the table of sources; on a phone, where there are no heads to press, the order as well. */
export function SourceControls({ choice, change }: Props) {
  return (
    <search className="source-controls needs-js no-print">
      <WordsInput label="Find a publisher or title" words={choice.words} onWords={(words) => change({ words })} />
      <Choose
        label="Kind"
        all="Every kind"
        value={choice.kind}
        options={SOURCE_KINDS.map((kind) => [kind, sourceKindLabel(kind)])}
        set={(kind) => change({ kind })}
      />
      <Choose
        label="Grade"
        all="Every grade"
        value={choice.grade}
        options={GRADES.map((grade) => [grade, `Grade ${grade}`])}
        set={(grade) => change({ grade })}
      />
      <Choose
        label="Label"
        all="With any label or none"
        value={choice.label}
        options={[...PUBLISHER_FLAGS.map((flag) => [flag, publisherFlagLabel(flag)] as const), ['none', 'no label']]}
        set={(label) => change({ label })}
      />
      <select
        className="control sort-choice"
        aria-label="Order"
        value={`${choice.descending ? '-' : ''}${choice.sort}`}
        onChange={({ target }) =>
          change({
            sort: target.value.replace(/^-/, '') as SourceChoice['sort'],
            descending: target.value.startsWith('-'),
          })
        }
      >
        {SORT_NAMES.map(([column, up, down]) => [
          <option key={column} value={column}>
            {up}
          </option>,
          <option key={`-${column}`} value={`-${column}`}>
            {down}
          </option>,
        ])}
      </select>
    </search>
  )
}

type ChooseProps<Value extends string> = {
  label: string
  all: string
  value: Value | null
  options: (readonly [Value, string])[]
  set: (value: Value | null) => void
}

function Choose<Value extends string>({ label, all, value, options, set }: ChooseProps<Value>) {
  return (
    <select
      className="control"
      aria-label={label}
      data-active={value !== null || undefined}
      value={value ?? ''}
      onChange={({ target }) => set((target.value || null) as Value | null)}
    >
      <option value="">{all}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}
