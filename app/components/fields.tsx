import type { InputHTMLAttributes, ReactNode } from 'react'
import { controlOf, FieldFrame, FieldGroup, type FieldProps } from './field-frame.tsx'

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  understood,
  error,
  size = 'full',
  ...input
}: FieldProps & {
  readonly size?: 'short' | 'medium' | 'full'
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'name' | 'id'>) {
  const field = { name, label, hint, understood, error }
  return (
    <FieldFrame {...field}>
      <input {...controlOf(field)} {...input} className={size === 'full' ? 'input' : `input input-${size}`} />
    </FieldFrame>
  )
}

export interface Option {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

/** Radio buttons or check boxes under one question; the first one carries the id that errors link to. */
export function Choices({
  kind,
  options,
  chosen,
  none,
  ...field
}: FieldProps & {
  readonly kind: 'radio' | 'checkbox'
  readonly options: readonly Option[]
  /** Values that are chosen when the page opens. */
  readonly chosen: readonly string[]
  /** Value of the option "none of these": it is no longer chosen once another one is. */
  readonly none?: string | undefined
  readonly hideLabel?: boolean | undefined
}) {
  const { name } = field
  return (
    <FieldGroup {...field}>
      <div className="options" data-none={none}>
        {options.map((option, index) => (
          <label className="option" key={option.value}>
            <input
              type={kind}
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <span className="option-hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
