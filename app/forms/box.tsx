import { describedBy, HintAndError } from '#app/components/fields.tsx'
import type { BoxView } from './field-view.ts'

/** A check box that stands alone: "none", "it still goes on". */
export function Box({ view: { id, label, hint, error, on } }: { readonly view: BoxView }) {
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <HintAndError name={id} label={label} error={error} />
      <label className="option">
        <input type="checkbox" id={id} name={id} defaultChecked={on} aria-describedby={describedBy({ name: id, label, error })} />
        <span>
          {label}
          {hint ? <span className="option-hint">{hint}</span> : null}
        </span>
      </label>
    </div>
  )
}
