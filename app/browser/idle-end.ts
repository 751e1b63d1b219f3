import { ask } from './ask.ts'
import { CLAIM_CLOSED, hasUnsaved, saveBeforeIdleEnd } from './autosave.ts'
import type { Piece } from './piece.ts'

const ADDRESS = '/claim/here'
/** Where the parts of the page are that say it. */
const PARTS = '/claim/idle'
/** Most pages are left before: until then nothing is asked. */
const BEGIN_AFTER_MS = 60_000
const LOOK_EVERY_MS = 5_000
/** How long before the end a page says so. */
const WARN_MS = 120_000
/** How often a page that has warned asks whether another window went on. */
const ASK_EVERY_MS = 15_000
/** How long an answer is waited for. A request that hangs must not keep the page from being covered. */
const PATIENCE_MS = 10_000

/** The state of the session, as the server tells it (`OpenStill`). */
interface OpenStill {
  readonly secondsLeft: number
  readonly words: boolean | null
}

/** What to do with so much time left by what was last heard: nothing, ask the server (which knows of all windows), or cover. */
export function stepAt(leftMs: number, sinceAskedMs: number, answered: boolean): 'wait' | 'ask' | 'cover' {
  if (leftMs > WARN_MS) return 'wait'
  if (leftMs <= 0 && !answered) return 'cover'
  return leftMs <= 0 || sinceAskedMs >= ASK_EVERY_MS ? 'ask' : 'wait'
}

/** Asks about the session; `null` where no answer came. Asking does not keep it open, staying does. */
async function askSession(method: 'GET' | 'POST'): Promise<OpenStill | null> {
  try {
    const response = await ask(ADDRESS, { method, redirect: 'error' }, PATIENCE_MS)
    return response.ok ? ((await response.json()) as OpenStill) : null
  } catch {
    return null
  }
}

/** Puts the parts of the page that say it, hidden, into the document. */
async function fetchParts(place: HTMLElement): Promise<void> {
  try {
    const response = await ask(PARTS, { redirect: 'error' }, PATIENCE_MS)
    const parts = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html').body
    place.append(...Array.from(parts.children))
  } catch {
    // The next look tries again; without it the page is covered with nothing.
  }
}

const part = (name: string) => document.querySelector<HTMLElement>(`[data-idle-${name}]`)
function show(name: string, shown: boolean): void {
  const shownPart = part(name)
  if (shownPart) shownPart.hidden = !shown
}

/** Takes all that can be read out of the document and says why. */
function cover(words: boolean): void {
  show('lost', hasUnsaved())
  show('words', words)
  show('no-words', !words)
  show('cover', true)
  const page = part('cover')
  const main = document.querySelector('main')
  if (main) main.textContent = ''
  if (page) main?.append(page)
  part('warning')?.remove()
  page?.querySelector<HTMLElement>('h1')?.focus()
}

/**
 * Ends a page that shows a claim together with its session: it warns two minutes before, saves what was typed, and is covered in every
 * window, because each asks the server for the time that is left. Where the server cannot be reached the page's own clock decides.
 */
export const watchIdleEnd: Piece = place => {
  let ends = Infinity
  let asked = 0
  let covered = false
  let answered = true
  let asking = false
  let words = false

  async function hear(method: 'GET' | 'POST'): Promise<void> {
    if (asking || covered) return
    asking = true
    asked = Date.now()
    if (!part('cover')) await fetchParts(place)
    const warnedBefore = part('warning')?.hidden === false
    if (!warnedBefore && ends - asked <= WARN_MS && hasUnsaved()) await saveBeforeIdleEnd()
    const answer = await askSession(method)
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
    if (covered) return
    const step = asking ? 'wait' : stepAt(ends - Date.now(), Date.now() - asked, answered)
    if (step === 'wait') return
    if (step === 'ask') return void hear('GET')
    covered = true
    cover(words)
  }

  function begin(): void {
    ends = Date.now() + Number(place.dataset.idleEnd) * 60_000
    void hear('GET')
    window.setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
  }

  window.setTimeout(begin, BEGIN_AFTER_MS)
  document.addEventListener(CLAIM_CLOSED, () => void hear('GET'))
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-idle-stay]')) void hear('POST')
  })
}
