// How this site is cited: one work, written in four ways. By our own hand, see docs/decisions/0015.

import { type Day, formatDay } from '@/lib/domain/time/day'
import type { CiteForm } from './forms'

export type Work = {
  /** Short and lasting, without spaces: "ukraine-e001". */
  key: string
  title: string
  /** What the work is part of: the negotiation. */
  within: string
  url: string
  /** When the site said it. */
  issued: Day
  accessed: Day
  /** "revision 2", "as of 14 Dec 2025". */
  version: string
}

export const CITE_TYPES: Record<CiteForm, string> = {
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

const PUBLISHER = 'Parley'

export function cite(work: Work, form: CiteForm): string {
  if (form === 'txt') return asText(work)
  if (form === 'bib') return asBibTex(work)
  return form === 'ris' ? asRis(work) : `${JSON.stringify([asCsl(work)], null, 2)}\n`
}

const asText = ({ title, within, version, issued, url, accessed }: Work) =>
  `${PUBLISHER}. “${title}.” ${within}, ${version}. Published ${formatDay(issued)}. ${url} (accessed ${formatDay(accessed)}).\n`

const ACTIVE: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
/** Braces are escaped too, so that they always balance. */
const tex = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\~^]|[{}#$%&_]/g, (sign) => ACTIVE[sign] ?? `\\${sign}`)

const asBibTex = (work: Work) => `@misc{${work.key},
  author = {{${PUBLISHER}}},
  title = {{${tex(work.title)}}},
  howpublished = {${tex(work.within)}},
  edition = {${tex(work.version)}},
  date = {${work.issued}},
  year = {${work.issued.slice(0, 4)}},
  month = {${Number(work.issued.slice(5, 7))}},
  url = {${work.url.replace(/[{}\\]/g, encodeURIComponent)}},
  urldate = {${work.accessed}}
}
`

/** One line to a tag: a line break within would begin another. */
const asRis = (work: Work) =>
  [
    ['TY', 'ELEC'],
    ['ID', work.key],
    ['AU', PUBLISHER],
    ['TI', work.title],
    ['T2', work.within],
    ['ET', work.version],
    ['PY', work.issued.slice(0, 4)],
    ['DA', work.issued.replaceAll('-', '/')],
    ['PB', PUBLISHER],
    ['UR', work.url],
    ['Y2', work.accessed.replaceAll('-', '/')],
    ['ER', ''],
  ]
    .map(([tag, text]) => `${tag}  - ${(text as string).replace(/\s+/g, ' ')}\r\n`)
    .join('')

const parts = (day: Day) => ({ 'date-parts': [day.split('-').map(Number)] })

const asCsl = (work: Work) => ({
  id: work.key,
  type: 'webpage',
  title: work.title,
  'container-title': work.within,
  author: [{ literal: PUBLISHER }],
  publisher: PUBLISHER,
  version: work.version,
  URL: work.url,
  issued: parts(work.issued),
  accessed: parts(work.accessed),
})
