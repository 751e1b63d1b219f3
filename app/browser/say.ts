/** Says in the line beside a form's button what became of it: the sentence stands in the line's attribute of that name. */
export function sayInLine(form: HTMLFormElement, what: 'saving' | 'saved' | 'unsaved' | null): void {
  const line = form.querySelector<HTMLElement>('[data-save-line]')
  if (line) line.textContent = (what && line.dataset[what]) ?? ''
}

/** Says above a form, with the focus, why it is not saved; `null` takes it back. Everything typed is still there. */
export function sayNotSaved(form: HTMLFormElement, why: 'unanswered' | 'tooMuch' | null): void {
  const notice = form.querySelector<HTMLElement>('[data-unanswered]')
  if (!notice) return
  notice.hidden = why === null
  notice.textContent = (why && notice.dataset[why]) ?? ''
  if (why) notice.focus()
}
