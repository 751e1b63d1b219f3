/** A press that waits until React has taken the page over. */
interface Held {
  readonly form: HTMLFormElement
  readonly submitter: HTMLElement | null
}

/**
 * Holds back forms that are sent without a network before React has taken the page over. The browser would replace everything typed with its
 * own error page; once React runs, our page gives it back.
 * @returns a function that sends the last form after all; call it once React has taken over
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
