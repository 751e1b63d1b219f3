import type { Piece, Start } from './piece.ts'
import { LEADS_TO, PRESS } from './press-headers.ts'

/** How long an answer is waited for, and how long a page that it leads to. */
const PATIENCE_MS = 40_000

type Button = HTMLButtonElement | HTMLInputElement

/** The button that was pressed last; old browsers do not say which one has sent a form. */
let pressed: Button | null = null

/** To be called once, before any form is sent. Where Enter sends a form, browsers press its first button. */
export const rememberPressed = (): void =>
  document.addEventListener(
    'click',
    event => {
      pressed = event.target instanceof Element ? event.target.closest<Button>('button, input[type="submit"]') : null
    },
    true,
  )

/**
 * Sends a form of a plain page in the page's place: where no answer comes, all that was typed is still there. What fails before it is on its
 * way is left to the browser.
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
    Promise.race([answer.then(response => show(response, start)), later(PATIENCE_MS)]).then(
      // Where another page comes, this one waits for it.
      left => (left ? void later(PATIENCE_MS).catch(end) : end()),
      () => {
        end()
        sayUnanswered(form, true)
      },
    )
  })
}

/** The same request as the browser's own, by script. */
function send(form: HTMLFormElement, button: Button | null): Promise<Response> {
  const body = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value)
  })
  if (button?.name) body.append(button.name, button.value)
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? window.location.href
  return fetch(address, { method: 'POST', body, headers: { Accept: 'text/html', [PRESS]: '1' }, credentials: 'same-origin' })
}

/**
 * Goes where an answer leads, or shows the page that it is: with its mistakes, as after a whole load. What is no page of ours is no answer.
 * @returns whether another page comes
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

const later = (milliseconds: number) => new Promise<never>((_, reject) => window.setTimeout(reject, milliseconds))
