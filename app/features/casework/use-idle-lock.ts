import { useEffect } from 'react'

const LOOK_EVERY_MS = 5_000
/** Shortest time between two messages to the server that the page is in use. */
const TELL_EVERY_MS = 60_000

/**
 * Replaces the page with the sign-in page after some minutes without a key or a press, because other people can read a screen that was
 * left alone. The server ends the session by its own clock; while the member works, the page tells the server so.
 * @param minutes idle minutes of the organization; `null` if no member is signed in
 */
export function useIdleLock(minutes: number | null): void {
  // Only an effect can listen to the clock, the keys and the presses of the whole page.
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
