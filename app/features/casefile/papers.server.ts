import { casePath, caseTarget, granted, readCase } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { changeRepository, type EvidenceOutcome } from '#app/features/claim/evidence/evidence-action.server.ts'
import { drain } from '#app/features/claim/evidence/evidence-form.server.ts'
import { evidenceView, type EvidenceView } from '#app/features/claim/evidence/evidence-view.server.ts'
import type { PaperRepository } from '#app/features/claim/evidence/paper-repository.server.ts'
import { speechFor } from '#app/features/claim/speech.server.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { may } from '#machines/casework/permissions.ts'

/**
 * The attached papers of a case, for a member who may add some.
 * @throws Response that leads to the sign-in, or 404, 403, 410 as `granted` does; 403 if papers were not shared, or shared for reading only
 */
async function requirePaperRepository(context: StaffContext, request: Request, address: string | undefined): Promise<PaperRepository> {
  const {
    staff: {
      casework: { papers },
      actor,
    },
    number,
    found,
  } = await readCase(context, request, address, ({ cases }, actor, number) => cases.find(actor, number, 'add:document'))
  const target = caseTarget(actor, found)
  if (!found.mayEdit || !found.parts.includes('papers')) throw new Response(null, { status: 403 })
  const speech = speechFor(requestLanguage(request).code, found.answers)
  return {
    speech,
    paths: { self: casePath(number, 'papers'), back: casePath(number), on: casePath(number) },
    kept: speech.t('casefile:papers.kept'),
    changeLine: changeLine(speech.t, found.status),
    mayRemove: may(actor, 'delete:document', target),
    list: async () => granted(await papers.list(actor, number)) ?? [],
    findNoRoom: async () => granted(await papers.findNoRoom(actor, number)),
    add: async (words, file) => granted(await papers.add(actor, number, words, file)),
    change: async (id, words, isSeen) => granted(await papers.change(actor, number, id, words, isSeen)),
    move: async (id, by) => granted(await papers.move(actor, number, id, by)),
    remove: async id => granted(await papers.remove(actor, number, id)),
  }
}

export async function casePapersView(context: StaffContext, request: Request, address: string | undefined): Promise<EvidenceView> {
  return evidenceView(context.services, await requirePaperRepository(context, request, address), {
    done: new URL(request.url).searchParams.get('done'),
  })
}

/** Does what a form of the page asks for: attaches, changes, moves or takes out a paper. */
export async function changeCasePapers(
  context: StaffContext,
  request: Request,
  address: string | undefined,
  clientAddress: string,
): Promise<Response | EvidenceOutcome> {
  let repository: PaperRepository
  try {
    repository = await requirePaperRepository(context, request, address)
  } catch (refusal) {
    // A browser reads no answer before it has sent the whole file.
    await drain(request)
    throw refusal
  }
  return changeRepository(context.services, repository, request, clientAddress)
}
