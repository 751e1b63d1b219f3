import type { FieldError } from '#app/components/error-summary.tsx'

/** What was worked out from a form, to be checked by the person. */
export interface UnderstoodView {
  /** Fingerprint of all figures on the page, which the form sends back to say that they were seen; blank if there are none. */
  readonly shown: string
  /** The notice above a form that came back only to show its figures. */
  readonly notice: { readonly title: string; readonly lines: readonly FieldError[] } | undefined
}

/** Asks to check the figures, each linked to its field. It takes the focus when it appears. */
export function UnderstoodNotice({ notice }: Pick<UnderstoodView, 'notice'>) {
  return notice ? (
    <div className="notice notice-care flow-tight" role="alert" tabIndex={-1} data-focus>
      <p>{notice.title}</p>
      <ul className="list-plain">
        {notice.lines.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  ) : null
}
