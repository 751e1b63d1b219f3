/** A press that waits until React has taken the page over. */
interface Held {
  readonly form: HTMLFormElement
  readonly submitter: HTMLElement | null
}

/**
 * Holds back forms that are sent without a network before React has taken the page over: the browser would put its own error page in the
 * place of all that was typed. React's pages stay, and say why.
 * @returns what sends the last one after all, to be called once React has taken over
 */
export function holdPressesOffline(): () => void {
  let held: Held | null = null
  const onSubmit = (event: SubmitEvent) => {
    if (navigator.onLine || !(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    held = { form: event.target, submitter: event.submitter }
  }
  document.addEventListener('submit', onSubmit, true)
  return () => {
    document.removeEventListener('submit', onSubmit, true)
    held?.form.requestSubmit(held.submitter)
  }
}
