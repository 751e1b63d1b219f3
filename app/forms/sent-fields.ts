import { isDay } from '#machines/calendar/day.ts'
import type { SentForm } from './sent-form.server.ts'

/** One field of a form with buttons: how it is read, which values it accepts, and the sentence for other values. */
export interface SentField<Value> {
  readonly read: (form: SentForm, name: string) => Value
  takes(value: Value): boolean
  readonly wrong: string
  readonly params?: Readonly<Record<string, number>>
}

const text = (form: SentForm, name: string) => form.text(name)
const spacedCode = (form: SentForm, name: string) => form.code(name)

/** A text of at most `most` characters. It may be blank only with `orNone`. */
export const words = (most: number, wrong: string, { orNone = false } = {}): SentField<string> => ({
  read: text,
  takes: typed => typed.length <= most && (orNone || typed !== ''),
  wrong,
  params: { most },
})

/** A code. By default it must not be blank. */
export const code = (wrong: string, takes = (typed: string) => typed !== ''): SentField<string> => ({ read: spacedCode, takes, wrong })

/** A whole day that is not after `last`. */
export const day = (wrong: string, last: string) => code(wrong, typed => isDay(typed) && typed <= last)

/** One of several values. */
export const choice = <Value extends string>(values: readonly Value[], wrong: string): SentField<Value> => ({
  read: (form, name) => form.text(name) as Value,
  takes: typed => values.includes(typed),
  wrong,
})

/** A check box that must be on. */
export const agreed = (wrong: string): SentField<boolean> => ({ read: (form, name) => form.has(name), takes: on => on, wrong })
