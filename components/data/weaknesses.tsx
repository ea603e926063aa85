import type { Coverage } from '@/lib/domain/negotiation/coverage'

/** What to know before leaning on the record, with figures counted from it. */
export function Weaknesses({ coverage }: { coverage: Coverage }) {
  const { entries, years, parties } = coverage
  const fullest = years.toSorted((a, b) => b.all - a.all)[0]
  return (
    <ul className="list-disc space-y-2 pl-5">
      <li>
        <b>Coverage is uneven.</b> {fullest && `${fullest.all} of ${entries} entries are from ${fullest.year}. `}
        {coverage.emptyCells} of the {coverage.cells} combinations of party and demand are empty. A gap means that
        nothing was found, not that nothing was said.
      </li>
      <li>
        <b>One coder.</b> Nobody coded a second time, so there is no measure of agreement. The lines between demands and
        accepts, and between opposes and rejects, are the softest.
      </li>
      <li>
        <b>Shifts are mostly a reading.</b> {coverage.shiftsSaidBySource} of {coverage.shifts} rest on a source that
        calls the change a change; the others compare two entries. Between two that lie far apart there may be steps
        that do not show.
      </li>
      <li>
        <b>Few sources for each entry.</b> {coverage.singleSource} entries rest on a single source, {coverage.lowGrade}{' '}
        only on sources graded D or lower. {coverage.undatedSources} of {coverage.sources} sources show no date.
      </li>
      <li>
        <b>Not everything was said on the record.</b> Entries that rest on leaked texts, unnamed sources or reports
        only: {parties.map(({ name, entries: own, notOnRecord }) => `${name} ${notOnRecord} of ${own}`).join(', ')}.
      </li>
      <li>
        <b>State media.</b> Entries that rest on state or pro-government outlets only:{' '}
        {parties.map(({ name, entries: own, stateMedia }) => `${name} ${stateMedia} of ${own}`).join(', ')}.
      </li>
      <li>
        <b>Bundles.</b> A party made of several governments, and a demand that joins several ideas, hide differences
        inside them. The notes and terms say what is meant.
      </li>
      <li>
        <b>Translation and dates.</b> Many quotations were translated once or twice before they were found.{' '}
        {coverage.inferredDays} entries have an inferred day.
      </li>
    </ul>
  )
}
