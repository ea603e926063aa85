import 'server-only'
import type { Transaction } from '@/lib/db/write'

// Any number, as long as every merge takes the same: they are rare, and two at once could close a circle.
const MERGE_LOCK = 7_201_964

export const lockMerges = (transaction: Transaction) =>
  transaction.$executeRaw`select pg_advisory_xact_lock(${MERGE_LOCK})`
