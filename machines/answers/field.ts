import { CHOICES, type ChoiceGroup } from './choices.ts'

/**
 * Kinds of fields that hold one fact.
 * A field of one line holds a fact that offices read, so its digits are kept as 0 to 9, whatever script they were typed in: `text`;
 * `short`, a few letters; `code`, which another office gave, such as the number of a report; `zip`; `phone`; `email`.
 * `note` and `story` are the person's own words of several lines, kept as they are.
 * `hours` are hours a week, one number or a range; `money` is whole cents; `rate` is an amount of
 * pay and what it was for.
 */
export type LeafKind =
  'text' | 'short' | 'code' | 'zip' | 'phone' | 'email' | 'note' | 'story' | 'date' | 'dateOrOngoing' | 'hours' | 'money' | 'rate' | 'yesNo'

export interface LeafField<Path extends string = string> {
  readonly kind: LeafKind
  readonly path: Path
}

/** A fact that another page asks for. This page shows it and sends it back, and does not ask for it. */
export interface FixedField<Path extends string = string> {
  readonly kind: 'fixed'
  readonly path: Path
  readonly as: LeafKind
}

export interface ChoiceField<Path extends string = string> {
  readonly kind: 'oneOf' | 'anyOf'
  readonly path: Path
  /** Group of `terms.json` that labels the values; the short check has one more group of its own. */
  readonly terms: string
  readonly values: readonly string[]
  readonly none: boolean
}

/** Facts that stand together: an address, an entry of a list. Their labels stand in `claim.json` under `parts.<name>`. */
export interface Parts {
  readonly name: string
  /** Their paths are names within the group. */
  readonly fields: readonly Field[]
  /** How many of them, from the last, not everybody has: a page folds them away until one is answered. */
  readonly folded?: number
}

export interface GroupField<Path extends string = string> {
  readonly kind: 'group'
  readonly path: Path
  readonly parts: Parts
  readonly none: boolean
}

export interface ListField<Path extends string = string> {
  readonly kind: 'list'
  readonly path: Path
  /** What an entry is: some facts, or one line of text. */
  readonly entry: Parts | 'text'
  readonly none: boolean
  /** Whether entries can be added and removed here; where they cannot, the entries are those of another page's list. */
  readonly open: boolean
}

/**
 * One field: what kind of fact it holds, and its place in the claim file. `none` says whether "none of these" is an answer: an empty list,
 * or `null` for a group. Where it is not, an empty value answers nothing.
 */
export type Field<Path extends string = string> =
  LeafField<Path> | FixedField<Path> | ChoiceField<Path> | GroupField<Path> | ListField<Path>

const leaf =
  (kind: LeafKind) =>
  <const Path extends string>(path: Path): LeafField<Path> => ({ kind, path })

export const text = leaf('text')
export const short = leaf('short')
export const code = leaf('code')
export const zip = leaf('zip')
export const phone = leaf('phone')
export const email = leaf('email')
export const note = leaf('note')
export const story = leaf('story')
export const date = leaf('date')
export const dateOrOngoing = leaf('dateOrOngoing')
export const hours = leaf('hours')
export const money = leaf('money')
export const rate = leaf('rate')
export const yesNo = leaf('yesNo')

export const fixed = <const Path extends string>(path: Path, as: LeafKind): FixedField<Path> => ({ kind: 'fixed', path, as })

const choice =
  (kind: ChoiceField['kind']) =>
  <const Path extends string>(path: Path, terms: ChoiceGroup): ChoiceField<Path> => ({
    kind,
    path,
    terms,
    values: CHOICES[terms],
    none: false,
  })

export const oneOf = choice('oneOf')
export const anyOf = choice('anyOf')

export const group = <const Path extends string>(path: Path, parts: Parts): GroupField<Path> => ({
  kind: 'group',
  path,
  parts,
  none: false,
})

export const list = <const Path extends string>(path: Path, entry: Parts | 'text'): ListField<Path> => ({
  kind: 'list',
  path,
  entry,
  none: false,
  open: true,
})

/** A list of one fact about every entry of another page's list. */
export const aboutEach = <const Path extends string>(path: Path, entry: Parts): ListField<Path> => ({
  ...list(path, entry),
  open: false,
})

/** The same field, where "none" is an answer. */
export const orNone = <Of extends ChoiceField | GroupField | ListField>(field: Of): Of => ({ ...field, none: true })
