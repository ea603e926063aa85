// How this site is cited: one work, written in four ways.

import { type Day, formatDay } from '@/lib/domain/time/day'
import { toBibTex, toRis } from './citation-js'
import { asCsl, PUBLISHER } from './csl'
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

export function cite(work: Work, form: CiteForm): string {
  if (form === 'txt') return asText(work)
  const items = [asCsl(work)]
  if (form === 'bib') return toBibTex(items)
  return form === 'ris' ? toRis(items) : `${JSON.stringify(items, null, 2)}\n`
}

const asText = ({ title, within, version, issued, url, accessed }: Work) =>
  `${PUBLISHER}. “${title}.” ${within}, ${version}. Published ${formatDay(issued)}. ${url} (accessed ${formatDay(accessed)}).\n`
