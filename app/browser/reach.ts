import { ask } from './ask.ts'
import { sayComing } from './coming.ts'
import type { Piece } from './piece.ts'
import { pressedButton } from './pressed-button.ts'
import { sayNotSaved } from './say.ts'

/** It is answered as long as the server runs, and says nothing about anybody. */
const ADDRESS = '/health'
const PATIENCE_MS = 20_000

const isReached = () =>
  ask(ADDRESS, { redirect: 'error' }, PATIENCE_MS).then(
    response => response.ok,
    () => false,
  )

/**
 * For a form that the browser itself sends, since a file answers it. A press asks first whether we can be reached, and is made again if so.
 * Otherwise the page stays as it is and says so.
 */
export const reachBeforeSending: Piece = element => {
  const form = element as HTMLFormElement
  let reached = false
  form.addEventListener('submit', event => {
    if (reached) return
    if (form.dataset.sending !== undefined) return event.preventDefault()
    const button = pressedButton(event, form)
    if (!button) return
    const answer = isReached()
    const takeBack = sayComing(button)
    event.preventDefault()
    form.dataset.sending = ''
    button.setAttribute('aria-disabled', 'true')
    sayNotSaved(form, null)
    void answer.then(answered => {
      delete form.dataset.sending
      button.removeAttribute('aria-disabled')
      reached = answered
      if (reached) button.click()
      else {
        takeBack()
        sayNotSaved(form, 'unanswered')
      }
      reached = false
    })
  })
}
