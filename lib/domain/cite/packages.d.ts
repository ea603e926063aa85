// citation-js brings no types. What we use of it, no more.
declare module '@citation-js/core' {
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: Record<string, boolean> } }
    output: { format(form: string, items: object[], options?: object): string }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
