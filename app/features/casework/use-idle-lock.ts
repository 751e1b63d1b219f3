import { useEffect } from 'react'

const LOOK_EVERY_MS = 5_000
/** How often a page that is in use tells the server so, at most. */
const TELL_EVERY_MS = 60_000

/**
 * Takes the page away after minutes without a key or a press: what stands on a screen that nobody sits at is not for everyone. The
 * session ends by the server's own clock; while the person types, the server is told that they are here.
 * @param minutes `null` where nobody is signed in
 */
export function useIdleLock(minutes: number | null): void {
  // The clock, the keys and the press are the browser's; React knows nothing of them.
  useEffect(() => {
    if (minutes === null) return
    let [active, told] = [Date.now(), Date.now()]
    const note = () => {
      active = Date.now()
      if (active - told < TELL_EVERY_MS) return
      told = active
      void fetch('/work/here', { method: 'POST' }).catch(() => undefined)
    }
    const look = () => {
      if (Date.now() - active < minutes * 60_000) return
      document.body.hidden = true
      window.location.replace('/work/sign-in')
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    const events = ['keydown', 'pointerdown'] as const
    for (const event of events) document.addEventListener(event, note)
    return () => {
      clearInterval(timer)
      for (const event of events) document.removeEventListener(event, note)
    }
  }, [minutes])
}
