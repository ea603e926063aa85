// Prisma: cannot reach, timed out, hung up, no connection free, too many of them.
const PRISMA = /^P(1001|1002|1008|1011|1017|2024|2037)$/
// PostgreSQL: class 08 (connections), 53300 (too many), 57P01–57P03 (stopping, crashed, starting).
const POSTGRES = /^(08\w{3}|53300|57P0[123])$/
const SYSTEM = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
// The driver gives these no code.
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed and is not queryable/

/**
 * Whether reading failed because the database is not there, so that the same question will have an answer later.
 * Looks through what the driver, its adapter and Prisma wrap around one another.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false
  const { code, originalCode, message, kind, cause, meta, errors } = error as Record<string, unknown>
  if ([code, originalCode].some((one) => [PRISMA, POSTGRES, SYSTEM].some((known) => known.test(String(one)))))
    return true
  if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'SocketTimeout') return true
  if (kind === 'TooManyConnections' || WORDS.test(String(message))) return true
  const inside = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError]
  return [...inside, ...(Array.isArray(errors) ? errors : [])].some((one) => isDatabaseAway(one, depth + 1))
}
