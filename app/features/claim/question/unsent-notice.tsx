import { useTranslation } from '#app/components/use-translation.ts'

/** Reasons why a form without mistakes was not saved, each with its sentence. */
const SENTENCES = {
  offline: 'flow:question.offline',
  tooMuch: 'flow:question.tooMuch',
  /** The page does not have the button that was sent. */
  unknown: 'flow:question.unknown',
  /** The server could not save the form. */
  'not-saved': 'flow:notSaved.text',
} as const

export type Unsent = keyof typeof SENTENCES

/** Says that a page is not saved, and why. Everything that was written stays on the page. */
export function UnsentNotice({ why }: { readonly why: Unsent | undefined }) {
  const { t } = useTranslation()
  return why ? (
    <p className="notice notice-care" role="alert" tabIndex={-1} data-focus data-unsaved-notice>
      {t(SENTENCES[why])}
    </p>
  ) : null
}
