import type { Button } from './pressed-button.ts'

/** Cookie that comes with a file and says nothing else (`made` of `COOKIE_NAMES`), and its name in training. A page hears of its file in no other way. */
const NAMES = ['m', 'training-m']
const LOOK_EVERY_MS = 250
/** How long a file is waited for. */
const PATIENCE_MS = 120_000

/** Whether the cookie has come, by the text of all cookies. */
export const hasCome = (cookies: string): boolean => cookies.split('; ').some(cookie => NAMES.includes(cookie.split('=')[0] ?? ''))

function forget(): void {
  for (const name of NAMES) document.cookie = `${name}=; Path=/; SameSite=Lax; Max-Age=0`
}

/** Ends the wait that is under way: a browser gives up a file that has not come when another one is asked for. */
let endWait = (): void => undefined

/**
 * Says in the line that describes a button that its file is coming, until it is here or nobody waits any longer.
 * @returns takes it back
 */
export function sayComing(button: Button): () => void {
  endWait()
  const line = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  if (!line) return () => undefined
  const atRest = line.textContent
  const began = Date.now()
  forget()
  line.textContent = line.dataset.coming ?? ''
  line.dataset.now = ''
  const end = (text: string | null | undefined) => {
    window.clearInterval(timer)
    endWait = () => undefined
    forget()
    delete line.dataset.now
    line.textContent = text ?? ''
  }
  const timer = window.setInterval(() => {
    if (hasCome(document.cookie)) end(line.dataset.here)
    else if (Date.now() - began > PATIENCE_MS) end(atRest)
  }, LOOK_EVERY_MS)
  endWait = () => end(atRest)
  return endWait
}
