import type { Run } from '@/lib/domain/source/text-diff'
import { LongText } from './long-text'

const KEPT = 160

/** What was taken out and what was put in, with a little of the text around. */
export function TextDiff({ runs }: { runs: Run[] }) {
  return (
    <LongText label="The difference">
      {runs.map((run, at) => {
        const key = `${at}`
        if (run.kind === 'old') return <del key={key}>{run.text}</del>
        if (run.kind === 'new') return <ins key={key}>{run.text}</ins>
        return <span key={key}>{shortened(run.text)}</span>
      })}
    </LongText>
  )
}

function shortened(text: string): string {
  const points = [...text]
  return points.length <= 3 * KEPT ? text : `${points.slice(0, KEPT).join('')} […] ${points.slice(-KEPT).join('')}`
}
