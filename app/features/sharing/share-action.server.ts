import type { ShareChoice } from '#app/data/cases/index.server.ts'
import { codeOf, minutesOf, textOf } from '#app/features/casework/form-texts.server.ts'
import { onWayToShare } from '#app/features/claim/way-to-share.server.ts'
import { PATHS, seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readForm } from '#app/security/forms/read-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { confirmView, requireShares, requireSharer, type ConfirmView } from './share-view.server.ts'

/** What a form leads to where it does not lead on. */
export type ShareOutcome =
  | { readonly kind: 'confirm'; readonly view: ConfirmView }
  | { readonly kind: 'refused'; readonly message: string; readonly code: string; readonly status: 422 | 429 }

/** What is chosen before anybody chose: the story is shared only by choice. */
const FIRST_CHOICE: ShareChoice = { story: false, papers: true, mayEdit: true }

/** Takes the forms of the page: a code, the choice, a change, and taking back. */
export async function changeShares(services: Services, request: Request, clientAddress: string): Promise<Response | ShareOutcome> {
  const shares = requireShares(services)
  const visit = await requireSharer(services, request)
  const {
    session,
    speech: { t },
  } = visit
  const form = await readForm(request, SMALL_FORM)
  const [intent, code, typed] = [textOf(form, 'intent'), codeOf(form, 'code'), textOf(form, 'code')]
  const choice: ShareChoice = { story: form.has('story'), papers: form.has('papers'), mayEdit: form.has('mayEdit') }
  const refused = (key: string, status: 422 | 429 = 422, params?: Record<string, unknown>): ShareOutcome => ({
    kind: 'refused',
    message: t(`sharing:claim.errors.${key}`, params),
    code: typed,
    status,
  })

  if (intent === 'change')
    return seeOther((await shares.change(session, textOf(form, 'case'), choice)) ? `${PATHS.share}?done=changed` : PATHS.share)
  if (intent === 'back') return seeOther((await shares.takeBack(session, textOf(form, 'case'))) ? `${PATHS.share}?done=back` : PATHS.share)
  if (intent === 'code') {
    const found = await shares.findCode(code, clientAddress)
    if (!found.ok) return refused('slow', 429, { count: minutesOf(found.retryAfterSeconds) })
    return found.organizationName === null
      ? refused('gone')
      : { kind: 'confirm', view: confirmView(visit, typed, found.organizationName, FIRST_CHOICE) }
  }
  if (intent !== 'share') throw new Response(null, { status: 400 })
  const result = await shares.share(session, code, choice, clientAddress)
  if (result.ok) return seeOther(`${PATHS.share}?done=shared`)
  if (result.reason === 'ended') return seeOther(onWayToShare(PATHS.return))
  return result.reason === 'slow-down' ? refused('slow', 429, { count: minutesOf(result.retryAfterSeconds) }) : refused(result.reason)
}
