import type { NotSaved } from './not-saved.ts'

/** A form as it left the page. */
export type SentForm = Pick<NotSaved, 'address' | 'fields' | 'words'>

/** The last form of this page that nothing has answered yet. */
let last: SentForm | null = null

/**
 * Remembers each form that a page sends after React has taken it over, until a page answers. If no answer comes, the person gets back what
 * they typed. Forms with a password or a file are left out. Call this after everything that may hold a form back.
 */
export function rememberSentForms(): void {
  const onSubmit = (event: SubmitEvent) => {
    const { target: form, submitter, defaultPrevented } = event
    if (form instanceof HTMLFormElement && form.method === 'post' && !defaultPrevented) last = sentForm(form, submitter)
  }
  document.addEventListener('submit', onSubmit, true)
}

/** The last form, if it was sent to this path and nothing has answered. */
export const findSentForm = (pathname: string): SentForm | null => (last && last.address.replace(/\?.*/, '') === pathname ? last : null)

/** Call this when a page has come. */
export const forgetSentForm = (): void => void (last = null)

function sentForm(form: HTMLFormElement, submitter: HTMLElement | null): SentForm | null {
  if (form.querySelector('input[type="password"], input[type="file"]')) return null
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
  const { pathname, search } = new URL(action, window.location.href)
  const fields = [...new FormData(form, submitter)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return { address: pathname + search, fields, words: [...form.elements].map(typedIn).filter(text => text !== '') }
}

/** What a person has typed into a control. */
function typedIn(control: Element): string {
  const isText =
    control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && /^(?:text|tel|email|search)$/.test(control.type))
  return isText && control.value !== control.defaultValue ? control.value : ''
}
