import { post } from './ask.ts'
import { saveUnderWay } from './autosave.ts'
import { formTexts } from './form-texts.ts'
import type { Piece, Start } from './piece.ts'
import { LEADS_TO, PRESS } from './press-headers.ts'
import { pressedButton, type Button } from './pressed-button.ts'
import { sayInLine, sayNotSaved } from './say.ts'

/** How long we wait for an answer, and then for the page that it leads to. A file takes longer. */
const PATIENCE_MS = 40_000
const PATIENCE_WITH_FILE_MS = 600_000

/**
 * Sends a form by script, so that everything typed is still there if no answer comes. If the script fails before the form is on its way, the
 * browser sends the form itself.
 */
export const sendPresses: Piece = (element, start) => {
  const form = element as HTMLFormElement
  form.addEventListener('submit', event => {
    if (form.dataset.sending !== undefined) return event.preventDefault()
    const button = pressedButton(event, form)
    const saving = saveUnderWay(form)
    const answer = saving ? saving.then(() => send(form, button)) : send(form, button)
    event.preventDefault()
    form.dataset.sending = ''
    button?.setAttribute('aria-disabled', 'true')
    const end = () => {
      delete form.dataset.sending
      button?.removeAttribute('aria-disabled')
      sayInLine(form, null)
    }
    sayNotSaved(form, null)
    sayInLine(form, 'saving')
    answer
      .then(answered => show(answered, form, start))
      .then(
        leaves => void window.setTimeout(end, leaves ? PATIENCE_MS : 0),
        () => {
          end()
          sayNotSaved(form, 'unanswered')
        },
      )
  })
}

const hasFile = (form: HTMLFormElement) => form.enctype === 'multipart/form-data'

/** The answer to a form, and what stood after "#" in the address that the form was sent to. */
interface Answer {
  readonly response: Response
  readonly fragment: string
}

/** Sends the same request that the browser would send. */
function send(form: HTMLFormElement, button: Button | null): Promise<Answer> {
  const body = hasFile(form) ? new FormData(form) : formTexts(form)
  if (button?.name) body.append(button.name, button.value)
  const address = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? window.location.href
  const fragment = new URL(address, window.location.href).hash
  const headers = { Accept: 'text/html', [PRESS]: '1' }
  return post(address, { body, headers }, hasFile(form) ? PATIENCE_WITH_FILE_MS : PATIENCE_MS).then(response => ({ response, fragment }))
}

/**
 * Opens the address that the answer names, or shows the page in the answer, for example with mistakes to correct. A page about a problem
 * does not replace what was typed; the form then says that it is not saved.
 * @returns whether the browser now loads another page
 * @throws if the answer is not a page of ours, for example an error page of a proxy
 */
async function show(answer: Answer, form: HTMLFormElement, start: Start): Promise<boolean> {
  const address = answer.response.headers.get(LEADS_TO)
  if (address !== null) {
    // As browsers do: what stands after "#" goes along, unless the address has its own.
    window.location.assign(address.includes('#') ? address : address + answer.fragment)
    return true
  }
  const page = new DOMParser().parseFromString(await answer.response.text(), 'text/html')
  const shown = document.querySelector('main')
  const coming = page.querySelector('main')
  if (!shown || !coming) throw new Error('no page of ours')
  const problem = coming.querySelector<HTMLElement>('[data-problem]')
  if (problem) {
    sayNotSaved(form, problem.dataset.problem === 'tooMuch' ? 'tooMuch' : 'unanswered')
    return false
  }
  document.title = page.title
  shown.parentNode?.replaceChild(document.adoptNode(coming), shown)
  // The button that was pressed may stand outside.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  start(coming)
  if (document.activeElement !== document.body) return false
  window.scrollTo(0, 0)
  coming.focus({ preventScroll: true })
  return false
}
