// A thread begins with plain JavaScript; from here on TypeScript is read as in the rest of the program.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
