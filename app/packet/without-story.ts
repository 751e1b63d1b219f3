import type { ClaimFile } from '#machines/answers/claim-file.ts'

/**
 * The claim without its story, so that no paper can show any of it. The kind of work goes too: it is in the person's own words, it is
 * signed under penalty of perjury, and it can tell of a crime that the person was made to do.
 */
export function leaveStoryOut(claim: ClaimFile): ClaimFile {
  const { crime, work } = claim
  return {
    ...claim,
    ...(crime && { crime: { ...crime, circumstances: undefined } }),
    ...(work && { work: work.map(period => ({ ...period, kind: undefined })) }),
  }
}
