import type { Answer, Telling } from '../answers.ts'
import { textAnswer } from '../answers.ts'
import type { Row } from '../sheet.ts'

/** The claim as it is typed into the portal, in English, and the language in which its labels are explained. */
export interface CopyTelling {
  readonly english: Telling
  readonly own: Telling
  readonly withoutStory: boolean
}

/** Which entry of a list a field belongs to. */
export interface Entry {
  /** Key of its name. */
  readonly key: string
  readonly number: number
}

/**
 * One field to copy; nothing where it was not answered. The label and what it means come from one text, one of those on paper: papers come in
 * more languages than the screen.
 * @param key of the label, with its namespace
 * @param entry which entry of a list it belongs to
 */
export function copyRow({ english, own }: CopyTelling, key: string, { words, paths }: Answer, entry?: Entry): Row[] {
  if (words === undefined) return []
  const label = (telling: Telling) => (entry ? entryLabel(telling, entry, telling.t(key)) : telling.t(key))
  return [{ label: label(english), ...(own.language !== 'en' && { labelTranslation: label(own) }), value: words, paths }]
}

const entryLabel = ({ t }: Telling, { key, number }: Entry, field: string) => t('keep:copy.entry', { entry: t(key, { number }), field })

/** First, middle and last name, each in a row of its own. */
export function nameRows(
  copying: CopyTelling,
  names: Readonly<Partial<Record<'firstName' | 'middleName' | 'lastName', string | undefined>>> | undefined,
  path: string,
): Row[] {
  return (['firstName', 'middleName', 'lastName'] as const).flatMap(part =>
    copyRow(copying, `keep:copy.field.${part}`, textAnswer(names?.[part], `${path}.${part}`)),
  )
}

const ADDRESS = ['street', 'unit', 'city', 'state', 'zip'] as const
type Address = Readonly<Partial<Record<(typeof ADDRESS)[number], string | undefined>>>

/**
 * Street, unit, city, state and ZIP code, each in a row of its own.
 * @param kind names the address in front of each part: `keep:copy.address.<kind>`
 */
export function addressRows(copying: CopyTelling, kind: 'mail' | 'home' | 'helper', address: Address | undefined, path: string): Row[] {
  return ADDRESS.flatMap(part =>
    copyRow(copying, `keep:copy.field.${part}`, textAnswer(address?.[part], `${path}.${part}`), {
      key: `keep:copy.address.${kind}`,
      number: 1,
    }),
  )
}
