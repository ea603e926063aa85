// How PostgreSQL goes about the questions: the statements inside the functions, with their parameters filled in.
import type pg from 'pg'

export async function plansOf(owner: pg.Client, slug: string): Promise<string[]> {
  const { rows } = await owner.query('select id from negotiation where slug = $1', [slug])
  const here = String(rows[0].id)
  const plans: string[] = []
  for (const [title, name, values] of [
    ['table of a day', 'published_positions', { here, held_on: "date '2024-06-01'", on_record_only: 'false' }],
    [
      'first page of 50 shifts',
      'published_entries_page',
      {
        here,
        shifts_only: 'true',
        page_size: '50',
        from_day: 'null::date',
        to_day: 'null::date',
        one_party: 'null::int',
        one_demand: 'null::int',
        of_parties: 'null::int[]',
        of_demands: 'null::int[]',
        kinds: 'null::text[]',
        stances: 'null::text[]',
        with_record: 'null::boolean',
        after_held: 'null::date',
        after_ordinal: 'null::int',
        after_id: 'null::text',
      },
    ],
  ] as [string, string, Record<string, string>][]) {
    const source = await owner.query('select prosrc from pg_proc where proname = $1', [name])
    const statement = /return query\s+(select[\s\S]*?);/.exec(source.rows[0].prosrc)?.[1]
    if (!statement) throw new Error(`${name} returns no query.`)
    const filled = Object.entries(values).reduce(
      (text, [parameter, value]) => text.replace(new RegExp(`(?<![.\\w])${parameter}\\b`, 'g'), value),
      statement,
    )
    const plan = await owner.query(`explain (analyze, costs off, buffers off, timing off, summary on) ${filled}`)
    const lines = plan.rows.map((row) => row['QUERY PLAN'] as string)
    plans.push(
      `<details><summary>Plan: ${title}, in “${slug}”</summary>\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n\n</details>`,
    )
  }
  return plans
}
