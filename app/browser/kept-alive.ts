/** Reloads a page that comes from the browser's back/forward cache, so that no old page comes back after an exit. */
export const askAgainWhenKeptAlive = (): void =>
  window.addEventListener('pageshow', event => {
    if (event.persisted) window.location.reload()
  })
