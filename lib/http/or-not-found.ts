import 'server-only'
import { notFound } from 'next/navigation'
import { DomainError } from '@/lib/domain/error'

/** For a page: what is not there, or not for this person, is a 404 like any other. */
export async function orNotFound<Value>(read: Promise<Value>): Promise<Value> {
  try {
    return await read
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) notFound()
    throw error
  }
}
