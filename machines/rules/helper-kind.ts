import type { ClaimFile } from '#machines/answers/claim-file.ts'

/** The kinds of helper that the order of signing tells apart. */
export type HelperKind = 'attorney' | 'advocate' | 'other'

/**
 * The kind of helper of a claim. Where the claim names no kind of representative, an attorney or advocate who fills it in is the helper,
 * and any other representative is `other`. `null` where there is no helper.
 */
export function helperKind({ representative, filer }: ClaimFile): HelperKind | null {
  const kind = representative?.kind
  if (kind === 'attorney' || kind === 'other') return kind
  if (kind !== undefined) return 'advocate'
  if (filer === 'attorney' || filer === 'advocate') return filer
  return representative ? 'other' : null
}
