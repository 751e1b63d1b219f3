import type { ClaimFile } from '#machines/answers/claim-file.ts'

/** Who helps with the claim, as far as the order of signing asks. */
export type HelperKind = 'attorney' | 'advocate' | 'other'

/** The helper of a claim; who filled it in counts where no representative was named. `null` where there is none. */
export function helperKind({ representative, filer }: ClaimFile): HelperKind | null {
  const kind = representative?.kind
  if (kind === 'attorney' || kind === 'other') return kind
  if (kind !== undefined) return 'advocate'
  if (filer === 'attorney' || filer === 'advocate') return filer
  return representative ? 'other' : null
}
