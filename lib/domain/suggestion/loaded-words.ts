// Words that take a side. A hint while a summary is written; advice only, for a quotation may need them.

const LOADED: Record<string, string> = {
  regime: 'government',
  puppet: 'say who supports whom',
  junta: 'government',
  nazi: 'name the party',
  terrorist: 'name the party',
  aggressor: 'name the party',
  invader: 'name the party',
  occupier: 'name the party',
  liberate: 'take, enter',
  liberation: 'taking, entry',
  capitulate: 'accept',
  capitulation: 'acceptance',
  surrender: 'give up, accept',
  appease: 'offer',
  appeasement: 'offer',
  betray: 'leave',
  betrayal: 'leaving',
  blackmail: 'pressure',
  ultimatum: 'demand with a date',
  refuses: 'rejects',
  claims: 'says',
  admits: 'says',
  insists: 'says, demands',
  stubborn: 'leave it out',
  generous: 'leave it out',
  reasonable: 'leave it out',
  unreasonable: 'leave it out',
  legitimate: 'say who calls it so',
  illegitimate: 'say who calls it so',
  shameful: 'leave it out',
  heroic: 'leave it out',
  finally: 'leave it out',
  merely: 'leave it out',
}

export type LoadedWord = { word: string; instead: string }

/** The loaded words of a text, each once, with what might stand in their place. */
export function loadedWordsIn(text: string): LoadedWord[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return [...new Set(words)].flatMap((word) => {
    const instead = LOADED[word] ?? LOADED[word.replace(/(s|es|d|ed)$/, '')]
    return instead ? [{ word, instead }] : []
  })
}
