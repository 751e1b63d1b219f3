import { useTranslation } from 'react-i18next'

/** Why a page was not taken though nothing in it is wrong, and the sentence that says so. */
const SENTENCES = {
  offline: 'flow:question.offline',
  tooMuch: 'flow:question.tooMuch',
  /** A button that is none of the page's. */
  unknown: 'flow:question.unknown',
  /** We could not keep it. */
  'not-saved': 'flow:notSaved.text',
} as const

export type Unsent = keyof typeof SENTENCES

/** Says that a page is not saved, and why; what was written stays on it. */
export function UnsentNotice({ why }: { readonly why: Unsent | undefined }) {
  const { t } = useTranslation()
  return why ? (
    <p className="notice notice-care" role="alert" data-unsaved-notice>
      {t(SENTENCES[why])}
    </p>
  ) : null
}
