import { post } from './ask.ts'
import { formTexts, isTypedIn } from './form-texts.ts'
import type { Piece } from './piece.ts'
import { sayInLine } from './say.ts'

/** How long nobody has typed before what was typed is saved. */
const PAUSE_MS = 2_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 120_000
/** How long an answer is waited for. */
const PATIENCE_MS = 30_000

/** Event of the document: an answer has told that the claim is not open any more. */
export const CLAIM_CLOSED = 'claim-closed'

/** What an automatic save was answered with (`Autosaved` of the server). */
export interface Autosaved {
  readonly open: boolean
  readonly saved: boolean
  readonly kept: boolean
  readonly seen: string
}

/** Why it is saved: `idle` keeps no session open, `leaving` also keeps what cannot be saved yet. */
type Occasion = '' | '?idle' | '?leaving'

/** What is under way for one form. */
interface Work {
  timer: number | undefined
  underWay: Promise<Autosaved | null> | null
  failures: number
  /** Counts what is typed, so that a save knows whether it was the last word. */
  typed: number
}

const works = new WeakMap<HTMLFormElement, Work>()

/** Milliseconds until a save that failed is tried again: each time twice as long, up to two minutes. */
export const retryAfter = (failures: number): number => Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)

/**
 * Saves a form by itself when its person pauses, at the address that the form names. A save that fails is told in the line beside the button
 * and tried again with growing pauses. A press on the form's buttons waits for it, so that both are made from the same state.
 */
export const saveWhileTyping: Piece = element => {
  const form = element as HTMLFormElement
  const work: Work = { timer: undefined, underWay: null, failures: 0, typed: 0 }
  works.set(form, work)
  const typed = () => {
    work.typed += 1
    form.dataset.unsaved = ''
    if (work.failures === 0) sayInLine(form, null)
    saveIn(form, work, PAUSE_MS)
  }
  form.addEventListener('input', typed)
  form.addEventListener('submit', () => {
    // Where it fails and the page stays, it is tried again.
    form.dataset.unsaved = ''
    saveIn(form, work, FIRST_RETRY_MS)
  })
  if (isTypedIn(form)) typed()
  // A page that came back with what was typed.
  else if (form.dataset.unsaved !== undefined) saveIn(form, work, FIRST_RETRY_MS)
}

function saveIn(form: HTMLFormElement, work: Work, milliseconds: number): void {
  window.clearTimeout(work.timer)
  work.timer = window.setTimeout(() => {
    if (!form.isConnected || form.dataset.unsaved === undefined) return
    if (form.dataset.sending !== undefined) saveIn(form, work, FIRST_RETRY_MS)
    else void save(form, work, '')
  }, milliseconds)
}

function save(form: HTMLFormElement, work: Work, occasion: Occasion): Promise<Autosaved | null> {
  return (work.underWay ??= saveOnce(form, work, occasion).then(result => {
    work.underWay = null
    return result
  }))
}

async function saveOnce(form: HTMLFormElement, work: Work, occasion: Occasion): Promise<Autosaved | null> {
  const typed = work.typed
  const texts = formTexts(form)
  // Only the person's own save is put together with another window's.
  if (occasion !== '?leaving') texts.delete('base')
  const result = await send(form, texts, occasion).catch(() => null)
  if (!result) {
    work.failures += 1
    sayInLine(form, 'unsaved')
    saveIn(form, work, retryAfter(work.failures))
    return null
  }
  work.failures = 0
  if (!result.open) document.dispatchEvent(new Event(CLAIM_CLOSED))
  if (!result.saved) {
    sayInLine(form, null)
    return result
  }
  texts.delete('base')
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  field('seen')?.setAttribute('value', result.seen)
  field('base')?.setAttribute('value', JSON.stringify(valuesOf(texts)))
  if (typed !== work.typed) return result
  delete form.dataset.unsaved
  sayInLine(form, 'saved')
  // What a save of the person's own could not do has been done.
  document.querySelectorAll<HTMLElement>('[data-unsaved-notice], [data-unanswered]').forEach(notice => (notice.hidden = true))
  return result
}

async function send(form: HTMLFormElement, texts: URLSearchParams, occasion: Occasion): Promise<Autosaved | null> {
  const init: RequestInit = { body: texts, redirect: 'error', keepalive: occasion === '?leaving' && isShort(texts) }
  const response = await post(`${form.dataset.autosave}${occasion}`, init, PATIENCE_MS)
  return response.ok ? ((await response.json()) as Autosaved) : null
}

/** Browsers let no more than 64 kB outlive a page. */
const isShort = (texts: URLSearchParams) => texts.toString().length < 60_000

/** The texts by their names, as the server puts them into a form. */
function valuesOf(texts: URLSearchParams): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = {}
  texts.forEach((text, name) => (values[name] ??= []).push(text))
  return values
}

const unsavedForms = () => Array.from(document.querySelectorAll<HTMLFormElement>('form[data-autosave][data-unsaved]'))

/** Whether anything on the page was typed and is not saved. */
export const hasUnsaved = (): boolean => unsavedForms().length > 0

/** The form with what was typed and is not saved, unless its person's own save is under way. */
export const findUnsaved = (): HTMLFormElement | undefined => unsavedForms().find(form => form.dataset.sending === undefined)

/** The automatic save of a form that is under way; `null` where none is. */
export const saveUnderWay = (form: HTMLFormElement): Promise<unknown> | null => works.get(form)?.underWay ?? null

/** Saves at once, without keeping an idle session open, what was typed and is not saved. */
export async function saveBeforeIdleEnd(): Promise<void> {
  for (const form of unsavedForms()) {
    const work = works.get(form)
    if (work) await save(form, work, '?idle')
  }
}

/**
 * Saves at once what was typed, because its person leaves the page.
 * @returns `null` where no answer came
 */
export async function saveBeforeLeaving(form: HTMLFormElement): Promise<Autosaved | null> {
  const work = works.get(form)
  if (!work) return null
  // One that is under way may not have the last words.
  if (work.underWay) await work.underWay
  return form.dataset.unsaved === undefined ? { open: true, saved: true, kept: true, seen: '' } : save(form, work, '?leaving')
}
