import type { Answer, Telling } from '../answers.ts'
import { textAnswer } from '../answers.ts'
import type { Row } from '../sheet.ts'

/** The claim in English, as it is typed into the portal, and in the language that explains the labels. */
export interface CopyTelling {
  readonly english: Telling
  readonly own: Telling
  readonly withoutStory: boolean
}

/** The entry of a list that a field belongs to. */
export interface Entry {
  /** Key of the entry's name. */
  readonly key: string
  readonly number: number
}

/**
 * One field to copy; no row when it was not answered. The label and its translation come from the same key of the printed texts,
 * because papers come in more languages than the screen.
 * @param key the label's key, with its namespace
 * @param entry the entry of a list that the field belongs to
 */
export function copyRow({ english, own }: CopyTelling, key: string, { words, paths }: Answer, entry?: Entry): Row[] {
  if (words === undefined) return []
  const label = (telling: Telling) => (entry ? entryLabel(telling, entry, telling.t(key)) : telling.t(key))
  return [{ label: label(english), ...(own.language !== 'en' && { labelTranslation: label(own) }), value: words, paths }]
}

const entryLabel = ({ t }: Telling, { key, number }: Entry, field: string) => t('keep:copy.entry', { entry: t(key, { number }), field })

/** First, middle and last name, each in its own row. */
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
 * Street, unit, city, state and ZIP code, each in its own row.
 * @param kind names the address before each part: `keep:copy.address.<kind>`
 */
export function addressRows(copying: CopyTelling, kind: 'mail' | 'home' | 'helper', address: Address | undefined, path: string): Row[] {
  return ADDRESS.flatMap(part =>
    copyRow(copying, `keep:copy.field.${part}`, textAnswer(address?.[part], `${path}.${part}`), {
      key: `keep:copy.address.${kind}`,
      number: 1,
    }),
  )
}
