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

/** The results with this one in its place, or at the end; what was measured in another run stays as it is. */
export function withSection(results: string, result: Result): string {
  const [head = '', ...sections] = results.trimEnd().split(/\n(?=## )/)
  const others = sections.filter((section) => !section.startsWith(`## ${result.name}\n`))
  const all = [...others.map((section) => section.trimEnd()), tableOf(result)]
  const missing = head.split('\n').filter((line) => /^- [a-z-]+: (not|it could not be) measured/.test(line))
  const still = missing.filter((line) => !line.startsWith(`- ${result.name}: `))
  const about = head.slice(0, head.search(/^\d+ bars met/m)).trimEnd()
  return `${[about, summaryOf(all), ...(still.length > 0 ? [still.join('\n')] : []), ...all].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`
}

/** How many bars the tables say are met, and which are not. */
export function summaryOf(sections: readonly string[]): string {
  const judged = sections.flatMap((section) => {
    const name = /^## (\S+)/.exec(section)?.[1]
    return [...section.matchAll(/^\| (.*?) \| \*\*.*\| (met|\*\*not met\*\*) \|$/gm)].map(([, what, verdict]) => ({
      line: `- not met: ${name}, ${what}`,
      met: verdict === 'met',
    }))
  })
  const missed = judged.filter(({ met }) => !met)
  const words = `${judged.length - missed.length} bars met, ${missed.length} not met.`
  return missed.length > 0 ? `${words}\n\n${missed.map(({ line }) => line).join('\n')}` : words
}
