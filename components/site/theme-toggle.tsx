'use client'

/** Light or dark, kept for the next visit. Until it is used, the system's theme holds. */
export function ThemeToggle() {
  const toggle = () => {
    const root = document.documentElement
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = dark ? 'light' : 'dark'
    try {
      localStorage.setItem('theme', root.dataset.theme)
    } catch {
      // Storage is forbidden: the choice holds for this page.
    }
  }
  return (
    <button
      type="button"
      onClick={toggle}
      className="needs-js flex size-9 items-center justify-center rounded-lg hover:bg-band"
      aria-label="Change between light and dark"
      title="Light or dark"
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
    </button>
  )
}
