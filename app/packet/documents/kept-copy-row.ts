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
  /** Key of words on paper that say about the same as the field's label on the screen. */
  readonly onPaper?: string | undefined
}

/**
 * One field to copy; nothing where it was not answered.
 * @param key of the label, with its namespace
 * @param entry which entry of a list it belongs to
 */
export function copyRow({ english, own }: CopyTelling, key: string, { words, paths }: Answer, entry?: Entry): Row[] {
  if (words === undefined) return []
  const label = entry ? entryLabel(english, entry, english.t(key)) : english.t(key)
  return [{ label, ...(own.language !== 'en' && { labelGloss: glossOf(english, own, key, entry) }), value: words, paths }]
}

const entryLabel = ({ t }: Telling, { key, number }: Entry, field: string) => t('keep:copy.entry', { entry: t(key, { number }), field })

/**
 * What a label means. Papers come in more languages than the screen's labels: where a label was not translated, the words on
 * paper stand in its place, or else the name of the entry alone, and never English.
 */
function glossOf(english: Telling, own: Telling, key: string, entry: Entry | undefined): string {
  const field = own.t(key)
  if (!entry) return field
  if (field !== english.t(key)) return entryLabel(own, entry, field)
  return entry.onPaper ? entryLabel(own, entry, own.t(entry.onPaper)) : own.t(entry.key, { number: entry.number })
}

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
    copyRow(copying, `claim:parts.address.${part}.label`, textAnswer(address?.[part], `${path}.${part}`), {
      key: `keep:copy.address.${kind}`,
      number: 1,
    }),
  )
}
