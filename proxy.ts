import { type NextRequest, NextResponse } from 'next/server'
import { deskPolicy } from '@/lib/http/desk-policy'

export const config = { matcher: ['/desk', '/desk/:path*'] }

/** Gives each page of the desk its nonce. It decides nothing: without it the pages refuse whom they refuse now. */
export function proxy(request: NextRequest): NextResponse {
  // Hot reload needs eval and scripts of its own.
  if (process.env.NODE_ENV === 'development') return NextResponse.next()
  const policy = deskPolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  // Next reads the nonce from here and writes it on every script.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
}
