import type { FieldProps } from '#app/components/field-frame.tsx'

/** One field as a page shows it, with ready sentences, so that the component decides nothing. */
interface Shown {
  /** Name in the form, and id of the first control. */
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  /** The sentence about what was understood of what was typed. */
  readonly understood?: string | undefined
  readonly error?: string | undefined
  /** Whether only screen readers get the label, because the page's heading asks already. */
  readonly hideLabel?: boolean
}

interface TextView extends Shown {
  readonly kind: 'text'
  readonly value: string
  readonly size: 'short' | 'medium' | 'full'
  readonly inputMode: 'text' | 'decimal' | 'numeric' | 'tel' | 'email'
  /** The box that keeps what was typed although it does not look right. */
  readonly keep?: BoxView | undefined
}

interface TextAreaView extends Shown {
  readonly kind: 'textarea'
  readonly value: string
  readonly rows: number
}

export interface ChoicesView extends Shown {
  readonly kind: 'radio' | 'checkbox' | 'select'
  /** Value of the choice "none of these", if there is one. */
  readonly none?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
}

export interface DateView extends Shown {
  readonly kind: 'date'
  readonly year: string
  readonly month: string
  /** Absent if month and year are enough. */
  readonly day?: string | undefined
  /** The part that has to be corrected. */
  readonly wrong?: 'year' | 'month' | 'day' | undefined
  readonly ongoing?: BoxView | undefined
}

/** Fields that belong together: hours from and to, an address, a helper. */
export interface GroupView extends Shown {
  readonly kind: 'group'
  readonly fields: readonly FieldView[]
  readonly none?: BoxView | undefined
}

export interface ListView extends Shown {
  readonly kind: 'list'
  readonly entries: readonly EntryView[]
  /** Button that adds an entry; absent if the page makes the entries itself. */
  readonly add?: ButtonView | undefined
  readonly none?: BoxView | undefined
}

export interface EntryView {
  readonly id: string
  readonly title: string
  readonly fields: readonly FieldView[]
  readonly fold?: FoldView | undefined
  readonly remove?: ButtonView | undefined
}

/** The last fields of an entry, which stand below a line that opens them. */
export interface FoldView {
  readonly title: string
  readonly fields: readonly FieldView[]
  /** Whether it is open when the page opens: something is written there, or has to be looked at. */
  readonly open: boolean
}

/** A value that is shown and sent back, but cannot be changed. */
interface FixedView {
  readonly kind: 'fixed'
  readonly id: string
  readonly value: string
}

/** A check box that stands alone. */
export interface BoxView {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly on: boolean
}

/** A button that sends the form with an intent of its own. */
export interface ButtonView {
  readonly intent: string
  readonly label: string
}

export type FieldView = TextView | TextAreaView | ChoicesView | DateView | GroupView | ListView | FixedView

/** The name, label and sentences of a field, for its component. */
export const fieldOf = ({ id, label, hint, understood, error }: Shown): FieldProps => ({ name: id, label, hint, understood, error })
