// A page of this site as an item of CSL-JSON, the form that programs for references read. Pure.
import type { Day } from '@/lib/domain/time/day'
import type { Work } from './rules'

export const PUBLISHER = 'Parley'

/** https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export type CslItem = Record<string, unknown> & { id: string; type: string; title: string }

const parts = (day: Day) => ({ 'date-parts': [day.split('-').map(Number)] })
/** One line to a field, in every form: a line break within would begin another tag of RIS. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

export const asCsl = (work: Work): CslItem => ({
  id: work.key,
  type: 'webpage',
  title: oneLine(work.title),
  'container-title': oneLine(work.within),
  'collection-title': oneLine(work.within),
  author: [{ literal: PUBLISHER }],
  publisher: PUBLISHER,
  version: oneLine(work.version),
  edition: oneLine(work.version),
  // Braces and backslashes would be part of BibTeX; in an address they are written in hexadecimal anyway.
  URL: work.url.replace(/[{}\\]/g, encodeURIComponent),
  issued: parts(work.issued),
  accessed: parts(work.accessed),
})
