// Saves a draft again and again until it is killed, and says of each save when it is acknowledged.
// Run as: node --conditions=react-server --import tsx tests/process/saver.ts ID VERSION
import { openDatabase } from '@/lib/db/database'
import { EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { readSettings } from '@/lib/settings'
import { person } from '@/tests/made/desk'

const database = await openDatabase(readSettings())
process.env.DATABASE_APP_URL = database.appUrl
const [id = '', from = '1'] = process.argv.slice(2)
for (let version = Number(from); ; version++) {
  const content = { ...EMPTY_DRAFT, summary: `saved as version ${version + 1}` }
  await saveDraft(person('researcher'), { id, version, content, source: null })
  console.log(`acknowledged ${version + 1}`)
}
