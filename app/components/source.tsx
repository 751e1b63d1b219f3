import { useTranslation } from '#app/components/use-translation.ts'
import type { Confidence } from '#machines/law/citation.ts'

const LABELS: Readonly<Record<Confidence, string>> = {
  statute: 'common:citation.label',
  agency: 'common:citation.label',
  secondary: 'common:citation.secondary',
  'not-verified': 'common:citation.notVerified',
}

/** Where a statement was read, and how far that can be trusted. */
export function SourceNote({ source }: { readonly source: { readonly text: string; readonly confidence: Confidence } }) {
  const { t } = useTranslation()
  return <p className="citation">{t(LABELS[source.confidence], { text: source.text })}</p>
}
