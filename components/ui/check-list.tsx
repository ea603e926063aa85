import type { ReactNode } from 'react'

type Props<Value extends string> = {
  options: { value: Value; label: ReactNode }[]
  chosen: readonly string[]
  onToggle: (value: Value) => void
}

/** Options of which any number can be chosen. */
export function CheckList<Value extends string>({ options, chosen, onToggle }: Props<Value>) {
  return options.map(({ value, label }) => (
    <label key={value} className="menu-row cursor-pointer">
      <span>{label}</span>
      <input
        type="checkbox"
        className="accent-(--accent)"
        checked={chosen.includes(value)}
        onChange={() => onToggle(value)}
      />
    </label>
  ))
}
