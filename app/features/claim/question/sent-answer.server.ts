import { readValues } from '#app/forms/sent-form.server.ts'
import { CLAIM_FORM } from '#app/security/forms/form-bounds.ts'
import { readBase } from '#app/forms/form-base.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { keepName } from './keep-side.ts'

/** What a form was made from. The form sends it back, so that the server notices what was saved since. */
export interface MadeFrom {
  /** Fingerprint of the entry. */
  readonly seen: string
  /** The fields as they were when the form was made. */
  readonly base: FormValues
}

/** The form of one page, as it was sent. */
export interface SentAnswer extends MadeFrom {
  /** Intent of the pressed button. A form that was sent without a button is answered. */
  readonly intent: string
  /** Fingerprint of the figures that the page showed as worked out from what was typed. */
  readonly shown: string
  /** Fields for which the page asked which answer stays. */
  readonly asked: readonly string[]
  /** The choices for those fields. */
  readonly choices: FormValues
  /** The fields of the page. */
  readonly values: FormValues
}

const CHOICE = keepName('')

/** Reads the form of a question page from a request. */
export const readSentAnswer = async (request: Request): Promise<SentAnswer> => sentAnswer(await readValues(request, CLAIM_FORM))

/** Takes the form of a question page from the texts that were sent. */
export function sentAnswer({ intent, seen, base, shown, asked, ...others }: FormValues): SentAnswer {
  const isChoice = ([name]: [string, readonly string[]]) => name.startsWith(CHOICE)
  const entries = Object.entries(others)
  return {
    intent: intent?.[0] ?? 'answer',
    seen: seen?.[0] ?? '',
    base: readBase(base?.[0]),
    shown: shown?.[0] ?? '',
    asked: asked ?? [],
    choices: Object.fromEntries(entries.filter(isChoice)),
    values: Object.fromEntries(entries.filter(entry => !isChoice(entry))),
  }
}
