import type { Services } from '#app/services.server.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { fileResponse } from '../file-response.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

/** The official form, filled in from the claim and flattened, under a name that tells nothing; 404 if the installation has no form. */
export async function officialFormFile(services: Services, { draft, speech, today }: ClaimVisit): Promise<Response> {
  const claim = assembleClaim(draft.answers, today, { language: speech.language })
  const filled = await services.officialForms.fill({ claim, today })
  if (!filled) throw new Response(null, { status: 404 })
  return fileResponse(filled.pdf, 'papers-3.pdf', 'application/pdf')
}
