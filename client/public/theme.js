// Runs before the first paint, so that a reader who chose a theme never sees a flash of the other one. A file of its own,
// because the content policy allows no inline script. Kept in step with client/app/theme.ts.
try {
  const theme = localStorage.getItem('plenary.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // storage refused: the device's setting holds
}
