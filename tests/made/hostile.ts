// 500 hostile texts that a field takes for text, and a negotiation that has one of them in every field that holds words.
import type { Dataset } from '@/lib/domain/dataset/schema'
import { makeNegotiation } from './negotiation'

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '<style>@import "//evil.example"</style>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<input autofocus onfocus=alert(1)>',
  '<video src=x onerror=alert(1)></video>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '=HYPERLINK("http://evil.example";"x")',
  '@SUM(1+1)|alert(1)',
  '+1+alert(1)',
  '-1+alert(1)',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><x onload="alert(1)"/>',
  '{{constructor.constructor("alert(1)")()}}',
  '</bdi></blockquote><script>alert(1)</script>',
]
/** What each may have to break out of. */
const AROUND = [
  (text: string) => text,
  (text: string) => `Agrees ${text}`,
  (text: string) => `"${text}`,
  (text: string) => `'${text}`,
  (text: string) => `">${text}`,
  (text: string) => `'>${text}`,
  (text: string) => `-->${text}`,
  (text: string) => `<!--${text}`,
  (text: string) => `*/${text}/*`,
  (text: string) => `</script>${text}`,
  (text: string) => `</textarea>${text}`,
  (text: string) => `</title>${text}`,
  (text: string) => `</style>${text}`,
  (text: string) => `]]>${text}`,
  (text: string) => `\\${text}`,
  (text: string) => `\`\${${text}}\``,
  (text: string) => `;${text}//`,
  (text: string) => text.toUpperCase(),
  (text: string) => `&quot;&gt;${text}`,
  (text: string) => `<a href="${text}" style="${text}">`,
]

/** Each ends with its number, "h17.", by which it is found again in what is shown. */
export const HOSTILE: string[] = AROUND.flatMap((around) => PAYLOADS.map(around)).map((text, at) => `${text} h${at}.`)

/** The numbers of the hostile texts that stand whole in what is shown. */
export const numbersIn = (shown: string): number[] => [...shown.matchAll(/ h(\d{1,3})\./g)].map(([, at]) => Number(at))

/** The n-th of them that is not longer than a field takes; where none is, the beginning of one. */
export function hostileOf(at: number, longest: number): string {
  for (let further = 0; further < 50; further++) {
    const text = HOSTILE[(at + further * 7) % HOSTILE.length] as string
    if (text.length <= longest) return text
  }
  return (HOSTILE[at % HOSTILE.length] as string).slice(0, longest).trim()
}

const DEMANDS = 40

/** Entries, sources and speakers enough for all of them. */
export function hostileNegotiation(slug: string): Dataset {
  const made = makeNegotiation({ slug, parties: 3, demands: DEMANDS, entries: HOSTILE.length, seed: 9 })
  const [source] = made.sources
  const [party] = made.parties
  if (!source || !party) throw new Error('A made negotiation has a source and a party.')
  Object.assign(made.negotiation, { title: hostileOf(1, 80), summary: hostileOf(2, 600) })
  made.parties.forEach((one, at) => {
    Object.assign(one, {
      name: hostileOf(at + 10, 80),
      shortName: hostileOf(at + 20, 20),
      note: hostileOf(at + 30, 400),
    })
  })
  made.topics.forEach((one, at) => {
    one.title = hostileOf(at + 40, 60)
  })
  made.demands.forEach((one, at) => {
    Object.assign(one, {
      title: hostileOf(at, 40),
      proposition: hostileOf(at * 3, 240),
      lowEnd: hostileOf(at * 5, 240),
      highEnd: hostileOf(at * 7, 240),
      keywords: [hostileOf(at * 11, 60)],
    })
  })
  made.speakers = HOSTILE.map((_, at) => ({
    slug: `speaker-${at + 1}`,
    name: hostileOf(at, 120),
    office: hostileOf(at + 100, 160),
    party: `party-${(at % 3) + 1}`,
    affiliation: hostileOf(at + 200, 120),
  }))
  made.events = HOSTILE.slice(0, 60).map((_, at) => ({
    slug: `event-${at + 1}`,
    title: hostileOf(at * 8, 120),
    date: '2023-05-01',
    endDate: null,
    place: hostileOf(at * 8 + 1, 80),
    participants: [party.slug],
    kind: 'talks',
    source: `${slug}-source-${at + 1}`,
  }))
  made.sources = HOSTILE.map((text, at) => ({
    ...source,
    slug: `${slug}-source-${at + 1}`,
    title: text,
    publisher: hostileOf(at + 50, 160),
    publishedBasis: hostileOf(at + 60, 240),
    authors: hostileOf(at + 70, 300),
    note: hostileOf(at + 80, 400),
    url: `https://example.org/${at}?q=${text.replace(/\s/g, '+')}`,
    archivedUrl: `https://archive.example.org/${at}?q=${text.replace(/\s/g, '+')}`,
    excerpt: `${text}. In the words of the article, left \u202Eright to left\u202C and שלום. ${text}`,
  }))
  made.entries.forEach((entry, at) => {
    const [citation] = entry.citations
    if (!citation) throw new Error('A made entry has a citation.')
    entry.summary = hostileOf(at, 200)
    if (entry.terms) entry.terms = hostileOf(at + 3, 400)
    if (entry.shift) entry.shift.note = hostileOf(at + 5, 300)
    entry.event = at % 8 === 0 && at < 480 ? `event-${at / 8 + 1}` : null
    const speaker = made.speakers[at]
    Object.assign(citation, {
      source: `${slug}-source-${at + 1}`,
      quote: HOSTILE[at],
      speaker: speaker?.slug,
    })
  })
  return made
}
