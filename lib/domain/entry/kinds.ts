// How much a party says that a demand matters to it. Without zod, for the browser.

export const SALIENCES = ['high', 'red-line'] as const

/** "red line"; null for the usual salience, of which nobody spoke. */
export const salienceLabel = (salience: (typeof SALIENCES)[number] | null) =>
  salience && (salience === 'red-line' ? 'red line' : 'high priority')
