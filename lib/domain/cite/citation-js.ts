// citation-js, of which only the writers are used: it is handed CSL-JSON and never asked to read or fetch anything.
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { CslItem } from './csl'

// Our keys are safe as they are, and UTF-8 is what BibTeX files hold today.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })

/** The items as a BibTeX file. */
export const toBibTex = (items: CslItem[]): string => plugins.output.format('bibtex', items)

/** The items as a RIS file, whose lines end as that format says. */
export const toRis = (items: CslItem[]): string => plugins.output.format('ris', items).replace(/\r?\n/g, '\r\n')
