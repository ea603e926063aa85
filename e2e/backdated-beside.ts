import { openDatabase } from '@/lib/db/database'
import { readSettings } from '@/lib/settings'
import { backdate } from '@/tests/made/backdate'
import { DATA } from './server-address'

/** Makes a negotiation in the database of the running server a number of days older: readers then saw it for as long. */
export async function backdatedBeside(negotiation: string, days: number): Promise<void> {
  const database = await openDatabase(readSettings({ PARLEY_DATA: process.env[DATA] }))
  try {
    await backdate(database, days, negotiation)
  } finally {
    await database.close()
  }
}
