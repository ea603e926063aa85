'use client'
import { PartyMark } from '@/components/party/party-mark'
import { CheckList } from '@/components/ui/check-list'
import { LazyPopover } from '@/components/ui/lazy-popover'
import { WordsInput } from '@/components/ui/words-input'
import type { ShiftChoice } from '@/lib/domain/shift/choice'
import { SHIFT_KINDS, shiftLabel } from '@/lib/domain/shift/kinds'
import type { ShiftTable } from '@/lib/domain/shift/table'

type Props = { table: ShiftTable; choice: ShiftChoice; onChange: (change: Partial<ShiftChoice>) => void }

export function ShiftFilters({ table, choice, onChange }: Props) {
  const toggled = <Value,>(list: Value[], value: Value) =>
    list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
  return (
    <search className="needs-js no-print my-4 flex flex-wrap items-center gap-2" aria-label="Filter the shifts">
      <WordsInput
        label="Find a party, demand, kind or speaker"
        words={choice.words}
        onWords={(words) => onChange({ words })}
      />
      <LazyPopover label={named('Parties', choice.parties.length)} title="Parties" active={choice.parties.length > 0}>
        {() => (
          <CheckList
            options={table.parties.map(({ slug, name }, place) => ({
              value: slug,
              label: (
                <span className="flex items-center gap-2">
                  <PartyMark place={place} /> {name}
                </span>
              ),
            }))}
            chosen={choice.parties}
            onToggle={(slug) => onChange({ parties: toggled(choice.parties, slug) })}
          />
        )}
      </LazyPopover>
      <LazyPopover label={named('Demands', choice.demands.length)} title="Demands" active={choice.demands.length > 0}>
        {() => (
          <CheckList
            options={table.demands.map(({ slug, title }) => ({ value: slug, label: title }))}
            chosen={choice.demands}
            onToggle={(slug) => onChange({ demands: toggled(choice.demands, slug) })}
          />
        )}
      </LazyPopover>
      <LazyPopover label={named('Kinds', choice.kinds.length)} title="Kinds of shift" active={choice.kinds.length > 0}>
        {() => (
          <CheckList
            options={SHIFT_KINDS.filter((kind) => kind !== 'reaffirmation').map((kind) => ({
              value: kind,
              label: shiftLabel(kind),
            }))}
            chosen={choice.kinds}
            onToggle={(kind) => onChange({ kinds: toggled(choice.kinds, kind) })}
          />
        )}
      </LazyPopover>
      <DayField label="From" day={choice.from} onChoose={(from) => onChange({ from })} />
      <DayField label="To" day={choice.to} onChoose={(to) => onChange({ to })} />
    </search>
  )
}

const named = (label: string, chosen: number) => (chosen > 0 ? `${label}: ${chosen}` : label)

function DayField({
  label,
  day,
  onChoose,
}: {
  label: string
  day: string | null
  onChoose: (day: string | null) => void
}) {
  return (
    <label className="control">
      {label}
      {/* A day that is not whole yet has no value, and so no limit. */}
      <input
        type="date"
        className="bg-transparent"
        value={day ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
      />
    </label>
  )
}
