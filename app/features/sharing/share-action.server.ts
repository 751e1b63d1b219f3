import type { ShareChoice } from '#app/data/cases/index.server.ts'
import { minutesOf } from '#app/features/casework/form-texts.server.ts'
import { onWayToShare } from '#app/features/claim/way-to-share.server.ts'
import { PATHS, seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { confirmView, requireShares, requireSharer, type ConfirmView } from './share-view.server.ts'

/** The page that answers a form without a redirect. */
export type ShareOutcome =
  | { readonly kind: 'confirm'; readonly view: ConfirmView }
  | { readonly kind: 'refused'; readonly message: string; readonly code: string; readonly status: 422 | 429 }

/** The choices before the survivor changes them. The story is shared only if they choose that. */
const FIRST_CHOICE: ShareChoice = { story: false, papers: true, mayEdit: true }

/** Does what a form of the page asks for: looks a code up, shares the claim, changes what is shared, or takes the claim back. */
export async function changeShares(services: Services, request: Request, clientAddress: string): Promise<Response | ShareOutcome> {
  const shares = requireShares(services)
  const visit = await requireSharer(services, request)
  const {
    session,
    speech: { t },
  } = visit
  const form = await readSentForm(request, SMALL_FORM)
  const [code, typed] = [form.code('code'), form.text('code')]
  const choice: ShareChoice = { story: form.has('story'), papers: form.has('papers'), mayEdit: form.has('mayEdit') }
  const refused = (key: string, status: 422 | 429 = 422, params?: Record<string, unknown>): ShareOutcome => ({
    kind: 'refused',
    message: t(`sharing:claim.errors.${key}`, params),
    code: typed,
    status,
  })
  const slow = (seconds: number) => refused('slow', 429, { count: minutesOf(seconds) })
  const led = (done: string | false) => seeOther(done ? `${PATHS.share}?done=${done}` : PATHS.share)

  return press<Response | ShareOutcome>(form.intent, {
    change: async () => led((await shares.change(session, form.text('case'), choice)) && 'changed'),
    back: async () => led((await shares.takeBack(session, form.text('case'))) && 'back'),
    code: async () => {
      const found = await shares.findCode(code, clientAddress)
      if (!found.ok) return slow(found.retryAfterSeconds)
      if (found.organizationName === null) return refused('gone')
      return { kind: 'confirm', view: confirmView(visit, typed, found.organizationName, FIRST_CHOICE) }
    },
    share: async () => {
      const result = await shares.share(session, code, choice, clientAddress)
      if (result.ok) return led('shared')
      if (result.reason === 'ended') return seeOther(onWayToShare(PATHS.return))
      return result.reason === 'slow-down' ? slow(result.retryAfterSeconds) : refused(result.reason)
    },
  })
}
