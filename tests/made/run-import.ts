// Runs an import, to be killed meanwhile. Run as: node --conditions=react-server --import tsx tests/made/run-import.ts ID
import { runImport } from '@/lib/domain/import/run-import'
import { person } from './desk'

await runImport(person('researcher'), { id: process.argv[2] as string, version: 1 })
