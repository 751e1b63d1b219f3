/** The texts of a form by their names, as a browser sends them; files are left out. */
export function formTexts(form: HTMLFormElement): URLSearchParams {
  const texts = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') texts.append(name, value)
  })
  return texts
}

/** The button that Enter presses: the first one of a form, wherever in the page it stands. */
export const firstButton = (form: HTMLFormElement): HTMLButtonElement | undefined =>
  Array.from(form.elements).find((control): control is HTMLButtonElement => control instanceof HTMLButtonElement)

/** Whether a control says something else than when its page was made. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control instanceof HTMLSelectElement) {
    const made = Array.from(control.options).findIndex(option => option.defaultSelected)
    return control.selectedIndex !== Math.max(made, 0)
  }
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false
  return control.type === 'radio' || control.type === 'checkbox'
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue
}

/** Whether somebody has changed a form since its page was made, also before our script ran. */
export const isTypedIn = (form: HTMLFormElement): boolean => Array.from(form.elements).some(isChanged)
