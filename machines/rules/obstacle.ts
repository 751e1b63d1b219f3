import type { CitationId } from '#machines/law/citations.ts'

/**
 * One obstacle between a draft and its next step. `code` names the sentence in `locales/<lng>/lifecycle.json` (`whyNot.<code>`), `params` fill
 * it in; a rule of this program and not of law cites `house-choice`.
 */
export interface Obstacle<Code extends string = string> {
  readonly code: Code
  readonly citation: CitationId
  readonly params?: Readonly<Record<string, string>>
}
