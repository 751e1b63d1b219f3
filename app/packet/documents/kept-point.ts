import { CITATIONS, isVerified, type CitationId } from '#machines/law/citations.ts'
import type { Telling } from '../answers.ts'
import { sourceLine } from '../explain.ts'
import type { Point } from '../sheet.ts'

/** A sentence of `keep.json`, with its source when it has one. */
export function keptPoint({ t }: Telling, key: string, citation?: CitationId, params?: Readonly<Record<string, unknown>>): Point {
  const text = t(`keep:${key}`, params)
  return citation ? { text, notes: [sourceLine(t, citation)] } : { text }
}

/** Several sources in one line; each source that is not verified is marked so. */
export function sourcesOf({ t }: Telling, ids: readonly CitationId[]): string {
  return ids.map(id => (isVerified(id) ? CITATIONS[id].text : `${CITATIONS[id].text} (${t('packet:source.notVerifiedWord')})`)).join('; ')
}
