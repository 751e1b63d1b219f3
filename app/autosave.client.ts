import type { Autosaved } from './features/claim/question/answer-question.server.ts'
import { valuesOf } from '#app/forms/form-values.ts'

/** How long nobody has typed before what was typed is saved. */
const PAUSE_MS = 2_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 120_000

/** Event of the document: an answer has told that the claim is not open any more. */
export const CLAIM_CLOSED = 'claim-closed'

/** Milliseconds until a save that failed is tried again: each time twice as long, up to two minutes. */
export const retryAfter = (failures: number): number => Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)

/** What is under way for one form. */
interface Work {
  timer: number | undefined
  underWay: Promise<void> | null
  failures: number
  /** Counts what is typed, so that a save knows whether it was the last word. */
  typed: number
}

const works = new WeakMap<HTMLFormElement, Work>()

function workOf(form: HTMLFormElement): Work {
  const work = works.get(form) ?? { timer: undefined, underWay: null, failures: 0, typed: 0 }
  works.set(form, work)
  return work
}

const autosaved = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-autosave]') : null

/** The line beside the button: `saved`, `unsaved` or nothing. */
function say(form: HTMLFormElement, what: 'saved' | 'unsaved' | null): void {
  const line = form.querySelector<HTMLElement>('[data-save-line]')
  if (line) line.textContent = (what && line.dataset[what]) ?? ''
}

/** What became of a save: `null` where nothing came back that says so. */
async function send(form: HTMLFormElement, written: FormData, idle: boolean): Promise<Autosaved | null> {
  const texts = [...written].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  try {
    const address = `${form.dataset.autosave}${idle ? '?idle' : ''}`
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(texts), redirect: 'error' })
    return response.ok ? ((await response.json()) as Autosaved) : null
  } catch {
    return null
  }
}

async function save(form: HTMLFormElement, idle: boolean): Promise<void> {
  const work = workOf(form)
  const { typed } = work
  const written = new FormData(form)
  // Only the person's own save is put together with another window's.
  written.delete('base')
  const result = await send(form, written, idle)
  work.underWay = null
  if (!result) {
    work.failures += 1
    say(form, 'unsaved')
    return later(form, retryAfter(work.failures))
  }
  work.failures = 0
  if (!result.open) document.dispatchEvent(new Event(CLAIM_CLOSED))
  if (!result.saved) return say(form, null)
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  field('seen')?.setAttribute('value', result.seen)
  field('base')?.setAttribute('value', JSON.stringify(valuesOf(written)))
  if (typed !== work.typed) return
  delete form.dataset.unsaved
  say(form, 'saved')
  // What a save of the person's own could not do has been done.
  document.querySelector('[data-unsaved-notice]')?.setAttribute('hidden', '')
}

function later(form: HTMLFormElement, milliseconds: number): void {
  const work = workOf(form)
  window.clearTimeout(work.timer)
  work.timer = window.setTimeout(() => {
    if (!form.isConnected || form.dataset.unsaved === undefined) return
    // The person's own save is under way: a button says so.
    if (form.querySelector('[aria-disabled="true"]')) later(form, FIRST_RETRY_MS)
    else work.underWay ??= save(form, false)
  }, milliseconds)
}

function onInput(event: Event): void {
  const form = autosaved(event.target)
  if (!form) return
  const work = workOf(form)
  work.typed += 1
  form.dataset.unsaved = ''
  if (work.failures === 0) say(form, null)
  later(form, PAUSE_MS)
}

function onSubmit(event: SubmitEvent): void {
  const form = autosaved(event.target)
  if (!form) return
  const { underWay } = workOf(form)
  // Where it fails and the page stays, it is tried again.
  form.dataset.unsaved = ''
  later(form, FIRST_RETRY_MS)
  if (!underWay) return
  event.preventDefault()
  event.stopImmediatePropagation()
  void underWay.then(() => form.requestSubmit(event.submitter))
}

/** Saves at once, without keeping an idle session open, what was typed and is not saved. */
export async function saveBeforeIdleEnd(): Promise<void> {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave][data-unsaved]')) {
    const work = workOf(form)
    await (work.underWay ??= save(form, true))
  }
}

/** Whether anything on the page was typed and is not saved. */
export const hasUnsaved = (): boolean => document.querySelector('form[data-unsaved]') !== null

/**
 * Saves forms by themselves when their person pauses: those with `data-autosave`, the address. It never runs into the person's own save:
 * that one waits until the automatic one has been answered, so that both are made from the same state. A save that fails is told in the
 * line with `data-save-line` and tried again with growing pauses. This has to begin before anything else hears of the forms.
 */
export function keepWordsSaved(): void {
  document.addEventListener('input', onInput, true)
  document.addEventListener('submit', onSubmit, true)
  // A page that came back because it could not be saved.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave][data-unsaved]')) later(form, FIRST_RETRY_MS)
}
