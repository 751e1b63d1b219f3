import type { Piece, Start } from './piece.ts'
import { LEADS_TO, PRESS } from './press-headers.ts'

/** How long we wait for an answer, and then for the page that it leads to. */
const PATIENCE_MS = 40_000

type Button = HTMLButtonElement | HTMLInputElement

/** The button that was pressed last. Old browsers do not say which button sent a form. */
let pressed: Button | null = null

/** Call it once, before any form is sent. When Enter sends a form, browsers also press its first button. */
export const rememberPressed = (): void =>
  document.addEventListener(
    'click',
    event => {
      pressed = event.target instanceof Element ? event.target.closest<Button>('button, input[type="submit"]') : null
    },
    true,
  )

/**
 * Sends a form by script, so that everything typed is still there if no answer comes. If the script fails before the form is on its way, the
 * browser sends the form itself.
 */
export const sendPresses: Piece = (element, start) => {
  const form = element as HTMLFormElement
  let underWay = false
  form.addEventListener('submit', event => {
    if (underWay) return event.preventDefault()
    const button = (event.submitter as Button | null | undefined) ?? (pressed?.form === form ? pressed : null)
    const answer = send(form, button)
    event.preventDefault()
    underWay = true
    button?.setAttribute('aria-disabled', 'true')
    const end = () => {
      underWay = false
      button?.removeAttribute('aria-disabled')
    }
    sayUnanswered(form, false)
    answer
      .then(response => show(response, start))
      .then(
        leaves => void window.setTimeout(end, leaves ? PATIENCE_MS : 0),
        () => {
          end()
          sayUnanswered(form, true)
        },
      )
  })
}

/** Sends the same request that the browser would send. */
function send(form: HTMLFormElement, button: Button | null): Promise<Response> {
  const body = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value)
  })
  if (button?.name) body.append(button.name, button.value)
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? window.location.href
  const limit = new AbortController()
  window.setTimeout(() => limit.abort(), PATIENCE_MS)
  return fetch(address, {
    signal: limit.signal,
    method: 'POST',
    body,
    headers: { Accept: 'text/html', [PRESS]: '1' },
    credentials: 'same-origin',
  })
}

/**
 * Opens the address that the answer names, or shows the page in the answer, for example with mistakes to correct.
 * @returns whether the browser now loads another page
 * @throws if the answer is not a page of ours, for example an error page of a proxy
 */
async function show(response: Response, start: Start): Promise<boolean> {
  const address = response.headers.get(LEADS_TO)
  if (address !== null) {
    window.location.assign(address)
    return true
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const shown = document.querySelector('main')
  const coming = page.querySelector('main')
  if (!shown || !coming) throw new Error('no page of ours')
  document.title = page.title
  shown.parentNode?.replaceChild(document.adoptNode(coming), shown)
  start(coming)
  if (document.activeElement !== document.body) return false
  window.scrollTo(0, 0)
  coming.focus({ preventScroll: true })
  return false
}

function sayUnanswered(form: HTMLFormElement, said: boolean): void {
  const notice = form.querySelector<HTMLElement>('[data-unanswered]')
  if (!notice) return
  notice.hidden = !said
  if (said) notice.focus()
}
