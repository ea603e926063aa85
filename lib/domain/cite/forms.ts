// The forms in which this site is cited, with the words for them.

export const CITE_FORMS = ['txt', 'bib', 'ris', 'csl.json'] as const
export type CiteForm = (typeof CITE_FORMS)[number]

const LABELS: Record<CiteForm, string> = { txt: 'plain text', bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL-JSON' }

export const CITE_LABELS = CITE_FORMS.map((form) => ({ form, label: LABELS[form] }))
