export type Button = HTMLButtonElement | HTMLInputElement

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

/** The button that sends a form; `null` where a script sends it. */
export const pressedButton = (event: SubmitEvent, form: HTMLFormElement): Button | null =>
  (event.submitter as Button | null | undefined) ?? (pressed?.form === form ? pressed : null)
