import { isDay } from '#machines/calendar/day.ts'
import type { SentForm } from './sent-form.server.ts'

/** One field of a form with buttons: how it is read, what it takes, and the sentence where it is something else. */
export interface SentField<Value> {
  readonly read: (form: SentForm, name: string) => Value
  takes(value: Value): boolean
  readonly wrong: string
  readonly params?: Readonly<Record<string, number>>
}

const text = (form: SentForm, name: string) => form.text(name)
const spacedCode = (form: SentForm, name: string) => form.code(name)

/** Text of so many characters at most. */
export const words = (most: number, wrong: string, { orNone = false } = {}): SentField<string> => ({
  read: text,
  takes: typed => typed.length <= most && (orNone || typed !== ''),
  wrong,
  params: { most },
})

/** A code that has to be there. */
export const code = (wrong: string, takes = (typed: string) => typed !== ''): SentField<string> => ({ read: spacedCode, takes, wrong })

/** A whole day, to the last one that there can be. */
export const day = (wrong: string, last: string) => code(wrong, typed => isDay(typed) && typed <= last)

/** One of several. */
export const choice = <Value extends string>(values: readonly Value[], wrong: string): SentField<Value> => ({
  read: (form, name) => form.text(name) as Value,
  takes: typed => values.includes(typed),
  wrong,
})

/** A box that has to be on. */
export const agreed = (wrong: string): SentField<boolean> => ({ read: (form, name) => form.has(name), takes: on => on, wrong })
