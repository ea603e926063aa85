'use client'

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-[74ch] px-6 py-16">
      <h1 className="text-3xl">This page could not be made</h1>
      <p className="mt-3">
        The record is safe; reading it failed just now. It is usually enough to try again in a moment.
      </p>
      <button type="button" className="control mt-4" onClick={reset}>
        Try again
      </button>
    </main>
  )
}
