// Results as tables to read. Every figure comes from a run; none is typed.
import { type Bar, isMet, median, type Result, type Row, ratioOf } from './row'

const number = (figure: number): string =>
  figure !== 0 && Math.abs(figure) < 10
    ? figure.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
    : figure.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(figure) < 100 ? 1 : 0 })

const barInWords = (bar: Bar, unit = ''): string =>
  `${'atLeast' in bar ? `≥ ${number(bar.atLeast)}` : `≤ ${number(bar.atMost)}`}${unit && ` ${unit}`}`

function line(row: Row): string {
  const ratio = ratioOf(row)
  const met = isMet(row)
  const bars = [row.bar && barInWords(row.bar, row.unit), row.ratioBar && `ratio ${barInWords(row.ratioBar)}`]
  const cells = [
    row.what + (row.note ? ` (${row.note})` : ''),
    `**${number(median(row.figures))}** ${row.unit}`,
    row.figures.length > 1 ? `${number(Math.min(...row.figures))} to ${number(Math.max(...row.figures))}` : 'one round',
    row.reference ? `${row.reference.name}: ${number(median(row.reference.figures))}` : '',
    ratio === null ? '' : number(ratio),
    bars.filter(Boolean).join(', '),
    met === null ? '' : met ? 'met' : '**not met**',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

export function tableOf({ name, about, rows, remarks }: Result): string {
  return [
    `## ${name}`,
    about,
    ['| what | median | spread | reference | ratio | bar | |', '|---|---|---|---|---|---|---|', ...rows.map(line)].join(
      '\n',
    ),
    ...remarks,
  ].join('\n\n')
}

export function summaryOf(results: Result[]): string {
  const judged = results.flatMap(({ name, rows }) => rows.map((row) => ({ name, row, met: isMet(row) })))
  const missed = judged.filter(({ met }) => met === false)
  const met = judged.filter((one) => one.met).length
  return [
    `${met} bars met, ${missed.length} not met.`,
    ...(missed.length > 0 ? [missed.map(({ name, row }) => `- not met: ${name}, ${row.what}`).join('\n')] : []),
  ].join('\n\n')
}

/** The results with this one in its place, or at the end; what was measured in another run stays as it is. */
export function withSection(results: string, result: Result): string {
  const [head, ...sections] = results.trimEnd().split(/\n(?=## )/)
  const others = sections.filter((section) => !section.startsWith(`## ${result.name}\n`))
  return `${[head, ...others.map((section) => section.trimEnd()), tableOf(result)].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`
}
