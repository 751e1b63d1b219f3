import { unreadable } from '#app/security/forms/read-body.server.ts'
import type { FormProblem } from './form-values.ts'
import type { SentField } from './sent-fields.ts'
import type { SentForm } from './sent-form.server.ts'

type Fields = Readonly<Record<string, SentField<unknown>>>
type Values<Of extends Fields> = { readonly [Name in keyof Of]: ReturnType<Of[Name]['read']> }

/** Reads the fields of a form, with all their problems. */
export function readSent<Of extends Fields>(form: SentForm, fields: Of): { readonly values: Values<Of>; readonly problems: FormProblem[] } {
  const read = Object.entries(fields).map(([name, field]) => ({ name, field, value: field.read(form, name) }))
  return {
    values: Object.fromEntries(read.map(({ name, value }) => [name, value])) as Values<Of>,
    problems: read
      .filter(({ field, value }) => !field.takes(value))
      .map(({ name, field: { wrong, params } }) => ({ field: name, key: wrong, ...(params && { params }) })),
  }
}

type Button<Result> = () => Result | Promise<Result>

/** A button of a form. It calls `run` if all its fields are valid, and `refuse` with their problems otherwise. */
export const button =
  <Of extends Fields, Done, Refused>(
    form: SentForm,
    fields: Of,
    run: (values: Values<Of>) => Done | Promise<Done>,
    refuse: (problems: readonly FormProblem[]) => Refused | Promise<Refused>,
  ): Button<Done | Refused> =>
  () => {
    const { values, problems } = readSent(form, fields)
    return problems.length > 0 ? refuse(problems) : run(values)
  }

/**
 * Does what the pressed button says.
 * @param intent intent of the form that was sent
 * @param ask checks the permission for the form. It runs before the 400, so that only people with permission learn of the buttons
 * @throws Response 400 for a button that the form does not have
 */
export async function press<Result>(
  intent: string,
  buttons: Readonly<Record<string, Button<Result>>>,
  ask: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Result> {
  const pressed = Object.hasOwn(buttons, intent) ? buttons[intent] : undefined
  if (pressed) return pressed()
  await ask()
  throw unreadable()
}
