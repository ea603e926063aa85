/** Each party has a shape as well as a colour, the same everywhere. Drawn around 0,0 within ±5. */
export const SHAPES = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  'M-4-4h8v8h-8z',
  'M0-4.8 4.8 4h-9.6z',
  'M0-5.2 5.2 0 0 5.2-5.2 0z',
  'M-4.8-4h9.6L0 4.8z',
  'M-1.7-5h3.4v3.3H5v3.4H1.7V5h-3.4V1.7H-5v-3.4h3.3z',
]
