import { CLAIM_CLOSED, hasUnsaved, saveBeforeIdleEnd } from './autosave.client.ts'
import type { OpenStill } from './features/claim/return/open-still.server.ts'

const ADDRESS = '/claim/here'
/** Where the parts of the page are that say it. */
const PARTS = '/claim/idle'
const LOOK_EVERY_MS = 5_000
/** How long before the end a page says so. */
const WARN_MS = 120_000
/** How often a page that has warned asks whether another window went on. */
const ASK_EVERY_MS = 15_000

/** What to do with so much time left by what was last heard: nothing, ask the server (which knows of all windows), or cover. */
export function stepAt(leftMs: number, sinceAskedMs: number, answered: boolean): 'wait' | 'ask' | 'cover' {
  if (leftMs > WARN_MS) return 'wait'
  if (leftMs <= 0 && !answered) return 'cover'
  return leftMs <= 0 || sinceAskedMs >= ASK_EVERY_MS ? 'ask' : 'wait'
}

/** Asks about the session; `null` where no answer came. Asking does not keep it open, staying does. */
async function ask(method: 'GET' | 'POST'): Promise<OpenStill | null> {
  try {
    const response = await fetch(ADDRESS, { method, redirect: 'error' })
    return response.ok ? ((await response.json()) as OpenStill) : null
  } catch {
    return null
  }
}

/** Puts the parts of the page that say it, hidden, into the document. */
async function fetchParts(): Promise<void> {
  const place = part('end')
  if (!place || part('cover')) return
  try {
    const response = await fetch(PARTS, { redirect: 'error' })
    const text = response.ok ? await response.text() : ''
    place.replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.children)
  } catch {
    // The next look tries again; without it the page is covered with nothing.
  }
}

const part = (name: string) => document.querySelector<HTMLElement>(`[data-idle-${name}]`)
const show = (name: string, shown: boolean) => part(name)?.toggleAttribute('hidden', !shown)

/** Takes all that can be read out of the document and says why. */
function cover(words: boolean): void {
  show('lost', hasUnsaved())
  show('words', words)
  show('no-words', !words)
  const page = part('cover')
  if (page) page.hidden = false
  document.querySelector('main')?.replaceChildren(...(page ? [page] : []))
  part('warning')?.remove()
  // What the page was made from stands in its scripts.
  for (const script of document.querySelectorAll('script')) script.remove()
  // Nothing goes on in this document: each way out of it loads a whole page.
  window.addEventListener('click', event => event.stopImmediatePropagation(), true)
  page?.querySelector<HTMLElement>('h1')?.focus()
}

/**
 * Ends pages that show a claim together with its session: they warn two minutes before, save what was typed, and are covered in every
 * window, because each asks the server for the time that is left. Where the server cannot be reached the page's own clock decides.
 */
export function watchIdleEnd(): void {
  let [ends, asked, covered, answered, asking] = [0, 0, false, true, false]
  let words = false

  async function hear(method: 'GET' | 'POST'): Promise<void> {
    if (asking || covered) return
    asking = true
    asked = Date.now()
    const warnedBefore = part('warning')?.hidden === false
    if (!warnedBefore && ends - asked <= WARN_MS && hasUnsaved()) await saveBeforeIdleEnd()
    const answer = await ask(method)
    asking = false
    answered = answer !== null
    if (answer) {
      words = answer.words ?? words
      ends = Date.now() + answer.secondsLeft * 1_000
    }
    const left = ends - Date.now()
    if (left <= 0) {
      covered = true
      return cover(words)
    }
    show('unsaved', hasUnsaved())
    show('warning', left <= WARN_MS)
  }

  function look(): void {
    const minutes = Number(part('end')?.dataset.idleEnd)
    // Not a page of a claim.
    if (covered || !minutes) return void (ends = 0)
    if (!part('cover')) void fetchParts()
    if (ends === 0) {
      ends = Date.now() + minutes * 60_000
      return void hear('GET')
    }
    const step = asking ? 'wait' : stepAt(ends - Date.now(), Date.now() - asked, answered)
    if (step === 'wait') return
    if (step === 'ask') return void hear('GET')
    covered = true
    cover(words)
  }

  look()
  window.setInterval(look, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', look)
  document.addEventListener(CLAIM_CLOSED, () => void hear('GET'))
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-idle-stay]')) void hear('POST')
  })
  window.addEventListener(
    'popstate',
    event => {
      if (!covered) return
      event.stopImmediatePropagation()
      window.location.reload()
    },
    true,
  )
}
