import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { CENTERS, type Center } from '#machines/law/centers.ts'

/**
 * The victim-witness center of the county that has the same name as the person's city, if its phone number is known.
 * Otherwise `null`, and the papers show the phone lines that find a center. The function never uses the home of a person in
 * Safe at Home, because these papers must not give away where it is.
 */
export function findCenter({ victim }: ClaimFile): Center | null {
  if (victim?.safeAtHome === true) return null
  const city = (victim?.residenceAddress?.city ?? victim?.mailingAddress?.city)?.trim().toLowerCase()
  return CENTERS.find(center => center.phone !== null && center.county.toLowerCase() === city) ?? null
}
