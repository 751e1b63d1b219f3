import type { FormBounds } from '#app/security/forms/form-bounds.ts'
import { readFormData } from '#app/security/forms/read-form-data.server.ts'
import { valuesOf, type FormValues } from './form-values.ts'
import { linesText, unspacedCode } from './typed-text.ts'

const ROOM_FOR_PASSWORDS = 1_000

/** Reads the texts of a form within bounds. */
export const readValues = async (request: Request, bounds: FormBounds): Promise<FormValues> => valuesOf(await readFormData(request, bounds))

/** A form with buttons, as it was sent. */
export type SentForm = Awaited<ReturnType<typeof readSentForm>>

/** Reads a form with buttons within bounds. */
export async function readSentForm(request: Request, bounds: FormBounds) {
  const values = await readValues(request, bounds)
  const sent = (name: string) => values[name]?.[0] ?? ''
  return {
    /** Intent of the pressed button; empty if Enter sent the form without a button. */
    intent: linesText(sent('intent')),
    /** All fields as they were typed, for a form that comes back. */
    typed: Object.fromEntries(Object.keys(values).map(name => [name, sent(name)])),
    /** Text of a field; empty if it was not sent. */
    text: (name: string) => linesText(sent(name)),
    /** A code without its spaces, in the digits 0 to 9. */
    code: (name: string) => unspacedCode(sent(name)),
    /** A password exactly as it was typed, with spaces at its ends. */
    password: () => sent('password').slice(0, ROOM_FOR_PASSWORDS),
    /** JSON that a script of ours put into a field; `null` if the text is not JSON. */
    json: (name: string) => parsed(sent(name)),
    /** Whether a check box is on. */
    has: (name: string) => values[name] !== undefined,
    /** The chosen values of several check boxes. */
    all: (name: string) => values[name] ?? [],
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
