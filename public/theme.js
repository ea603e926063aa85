// Runs before the first paint: the reader's theme, and whether the address asks for more than the plain page.
;(() => {
  const root = document.documentElement
  root.dataset.js = ''
  if (location.search) root.dataset.query = ''
  try {
    const theme = localStorage.getItem('theme')
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme
  } catch {
    // Storage is forbidden: the system's theme holds.
  }
})()
