import { words, type SentField } from '#app/forms/sent-fields.ts'
import { codeText } from '#app/forms/typed-text.ts'
import { IDLE_MINUTES_RANGE, plainLogin } from '#app/data/organizations/index.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'

/** Longest name of a member, a team or an organization, in characters. */
const LONGEST_NAME = 100
const LOGIN = { least: 3, most: 100 } as const

/** A name that must not be blank. */
export const nameField = (wrong: string) => words(LONGEST_NAME, wrong)

export function loginProblems(text: string): FormProblem[] {
  const login = plainLogin(text)
  return login.length < LOGIN.least || login.length > LOGIN.most || /\s/.test(login) ? [{ field: 'login', key: 'work:errors.login' }] : []
}

/** Minutes after which an idle session ends. */
export const idleMinutes: SentField<number> = {
  read: (form, name) => Number(/^\d{1,3}$/.exec(codeText(form.text(name)))?.[0] ?? NaN),
  takes: minutes => minutes >= IDLE_MINUTES_RANGE.least && minutes <= IDLE_MINUTES_RANGE.most,
  wrong: 'work:errors.idle',
  params: IDLE_MINUTES_RANGE,
}

/** The waiting time in whole minutes, at least 1. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60))
