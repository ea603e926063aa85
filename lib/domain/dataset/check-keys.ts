// What JSON.parse passes over in silence: a key that stands twice (the last one wins) and nesting without end.
import { type Fault, jsonPath } from './fault'

const DEEPEST = 32
// Strings whole, so that what stands in them is not taken for structure.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

type Level = { keys: Set<string> | null; at: PropertyKey }

/** Faults of the structure of a JSON text that JSON.parse accepts. */
export function checkKeys(text: string): Fault[] {
  const faults: Fault[] = []
  const levels: Level[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      if (levels.length === DEEPEST) {
        return [
          {
            path: jsonPath(levels.map(({ at }) => at)),
            value: token,
            problem: `is nested deeper than ${DEEPEST} levels: no dataset is`,
          },
        ]
      }
      levels.push({ keys: token === '{' ? new Set() : null, at: token === '{' ? '' : 0 })
    } else if (token === '}' || token === ']') levels.pop()
    else if (token === ',' && level && !level.keys) level.at = (level.at as number) + 1
    else if (token === ':' && level?.keys) {
      const key = JSON.parse(last) as string
      level.at = key
      if (level.keys.has(key)) {
        faults.push({
          path: jsonPath(levels.map(({ at }) => at)),
          value: key,
          problem: 'stands twice in the same object: only one of the two can be meant',
        })
      }
      level.keys.add(key)
    }
    last = token
  }
  return faults
}
