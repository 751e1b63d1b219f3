import type { CitationId } from '#machines/law/citations.ts'

/**
 * Why a result is what it is. Screen, packet and command line all tell their story from these:
 * `code` names the sentence in `locales/<lng>/rules.json` (`reason.<code>`), `params` fill it in.
 */
export interface Reason {
  readonly code: string
  /** What the reason does to the result: speaks for it, asks for something, warns, or explains. */
  readonly effect: 'supports' | 'needs' | 'risk' | 'explains'
  readonly citation: CitationId
  readonly params?: Readonly<Record<string, string | number>>
}
