import { codeText, linesText, unspacedCode } from '#app/forms/typed-text.ts'
import { IDLE_MINUTES_RANGE, plainLogin } from '#app/data/organizations/index.server.ts'
import type { FieldFault } from './field-fault.ts'

/** Longest name of anything, in characters. */
const LONGEST_NAME = 100
const LOGIN = { least: 3, most: 100 } as const
const ROOM_FOR_PASSWORDS = 1_000

/** Text from a form; empty where it was not sent. */
export const textOf = (form: FormData, name: string): string => linesText(sentAs(form, name))

/** A code from a form, however it was spaced and in whichever digits. */
export const codeOf = (form: FormData, name: string): string => unspacedCode(sentAs(form, name))

function sentAs(form: FormData, name: string): string {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent : ''
}

/** A password as it was typed: blanks at its ends count. */
export function passwordOf(form: FormData): string {
  return sentAs(form, 'password').slice(0, ROOM_FOR_PASSWORDS)
}

/** What is wrong with a name; nothing where it can be one. */
export function nameFaults(field: string, text: string, sentence: string): FieldFault[] {
  return text === '' || text.length > LONGEST_NAME ? [{ field, key: sentence }] : []
}

export function loginFaults(text: string): FieldFault[] {
  const login = plainLogin(text)
  return login.length < LOGIN.least || login.length > LOGIN.most || /\s/.test(login) ? [{ field: 'login', key: 'work:errors.login' }] : []
}

/** Minutes of a form, or what is wrong with them. */
export function idleMinutesOf(text: string): number | FieldFault {
  const digits = codeText(text)
  const minutes = /^\d{1,3}$/.test(digits) ? Number(digits) : NaN
  const { least, most } = IDLE_MINUTES_RANGE
  return minutes >= least && minutes <= most ? minutes : { field: 'idle', key: 'work:errors.idle', params: { least, most } }
}

/** Minutes that somebody has to wait, at least 1. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60))

/** JSON that a script of ours put into a field; `null` where it is none. */
export function jsonOf(form: FormData, name: string): unknown {
  try {
    return JSON.parse(sentAs(form, name))
  } catch {
    return null
  }
}
