/** A page that the browser kept alive asks again, so that after an exit nothing old can come back. */
export const askAgainWhenKeptAlive = (): void =>
  window.addEventListener('pageshow', event => {
    if (event.persisted) window.location.reload()
  })
