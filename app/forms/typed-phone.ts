import { codeText } from './typed-text.ts'
import { isOn, ON, textOf, type FormValues, type Refuse } from './form-values.ts'

/** Digits of a telephone number: without the area code, and with all that the plan of the world allows (ITU-T E.164). */
const FEWEST_DIGITS = 7
const MOST_DIGITS = 15
/** The extension behind a number: `ext. 12`, `x12`, `#12`. */
const EXTENSION = / ?(?:ext(?:ensi[oó]n)?[.]?|x|#) ?\d{1,6}$/i

/** Name of the box that keeps a number as it is although it does not look like one. */
export const keptName = (id: string) => `${id}-kept`

export function isLikePhone(text: string): boolean {
  const number = text.replace(EXTENSION, '')
  const digits = number.replace(/\D/g, '').length
  return !/\p{L}/u.test(number) && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS
}

/** A telephone number as it was typed. What does not look like one is asked about once; the person may keep it. */
export function readPhone(values: FormValues, id: string, refuse: Refuse): string | undefined {
  const text = codeText(textOf(values, id))
  if (text === '') return undefined
  if (!isLikePhone(text) && !isOn(values, keptName(id))) refuse(id, 'claim:form.phone')
  return text
}

/** The fields of a form for a telephone number. What was kept before is not asked about again. */
export const fillPhone = (id: string, phone: string): FormValues => ({
  [id]: [phone],
  ...(!isLikePhone(phone) && { [keptName(id)]: [ON] }),
})
