// The second clock: what this site said at the end of a day, in UTC. A day that is not over has no end yet.
import { addDays, type Day, isDay } from '@/lib/domain/time/day'

/** Whether it can be asked what was known on a day: an earlier one than today. */
export const isKnowable = (text: string, today: Day): text is Day => isDay(text) && text >= '0002' && text < today

/** The last instant of a day, as PostgreSQL tells them apart. */
export const endOf = (day: Day): string => `${day}T23:59:59.999999Z`

/** The last day that is over. */
export const lastKnowable = (today: Day): Day => addDays(today, -1)
