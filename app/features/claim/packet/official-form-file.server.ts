import type { Services } from '#app/services.server.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { leaveStoryOut } from '#app/packet/without-story.ts'
import type { ChosenPapers } from './packet-options.server.ts'
import { fileResponse } from '../file-response.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

/**
 * The official form, filled in from the claim and flattened, under a name that tells nothing; 404 if the installation has no form. It
 * leaves the story out where the person chose so. It is mailed, so a password never locks it.
 */
export async function officialFormFile(services: Services, visit: ClaimVisit, { options }: ChosenPapers): Promise<Response> {
  const { draft, speech, today } = visit
  const whole = assembleClaim(draft.answers, today, { language: speech.language })
  const claim = options.withoutStory ? leaveStoryOut(whole) : whole
  const filled = await services.officialForms.fill({ claim, today })
  if (!filled) throw new Response(null, { status: 404 })
  return fileResponse(filled.pdf, 'papers-3.pdf', 'application/pdf')
}
