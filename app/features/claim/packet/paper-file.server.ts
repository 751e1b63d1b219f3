import { isSecure, madeCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { PARTS, type Part } from '#app/packet/sheet.ts'
import type { ClaimVisit } from '../visit.server.ts'
import { officialFormFile } from './official-form-file.server.ts'
import { packetFile } from './packet-file.server.ts'
import type { ChosenPapers } from './packet-options.server.ts'
import { requireChoices } from './packet-order.server.ts'

/** A file of the packet, or the official form. */
type Paper = Part | 'official'

/** What a browser has asked for in the last minutes, each with its choices. */
interface AskedFor {
  readonly draftId: string
  readonly papers: { readonly [paper in Paper]?: ChosenPapers }
}

/**
 * Makes the file of a button. A program that saves files for the browser, such as the download manager of a phone, knows the address alone and
 * asks once more, by GET. So the choices, among them a password, stay in the browser, sealed, for a few minutes.
 * @throws 404 if there is no such paper
 */
export async function paperFile(services: Services, request: Request, visit: ClaimVisit, name: string | undefined): Promise<Response> {
  const paper = findPaper(name)
  if (!paper) throw new Response(null, { status: 404 })
  const chosen = await requireChoices(request, visit)
  const file = await makeFile(services, visit, paper, chosen)
  const { draftId, papers } = findAskedFor(services, request, visit)
  file.headers.append('Set-Cookie', services.papersAskedFor.keep(request, { draftId, papers: { ...papers, [paper]: chosen } }))
  file.headers.append('Set-Cookie', madeCookie(isSecure(request)))
  return file
}

/** The same file once more; `null` unless this browser has asked for it with the button a moment ago. */
export async function paperFileAgain(
  services: Services,
  request: Request,
  visit: ClaimVisit,
  name: string | undefined,
): Promise<Response | null> {
  const paper = findPaper(name)
  const chosen = paper && findAskedFor(services, request, visit).papers[paper]
  return chosen ? makeFile(services, visit, paper, chosen) : null
}

const findPaper = (name: string | undefined): Paper | undefined => ([...PARTS, 'official'] as const).find(paper => paper === name)

const makeFile = (services: Services, visit: ClaimVisit, paper: Paper, chosen: ChosenPapers) =>
  paper === 'official' ? officialFormFile(services, visit, chosen) : packetFile(services, visit, paper, chosen)

function findAskedFor({ papersAskedFor }: Services, request: Request, { draft: { draftId } }: ClaimVisit): AskedFor {
  const found = papersAskedFor.find(request) as AskedFor | null
  return found?.draftId === draftId ? found : { draftId, papers: {} }
}
