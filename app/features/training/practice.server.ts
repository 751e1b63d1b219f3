import { closeCookie, findVisit, openCookie, PATHS, seeOther } from '#app/features/claim/visit.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { unreadable } from '#app/security/forms/read-body.server.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { begunHere, begunHereCookie, noneBegunHereCookie } from '#app/security/practice-cookie.server.ts'
import type { Services, Training } from '#app/services.server.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { getPersonClaim, isPersonId } from './people.server.ts'

/** Address of the trainer's page. */
export const TRAINING_PATH = '/training'

/** The services of training; throws 404 on a server for claims, as for an unknown page. */
export function requireTraining({ training }: Services): Training {
  if (!training) throw new Response(null, { status: 404 })
  return training
}

/** Opens a new copy of an invented person's claim, or erases every claim that was begun in this browser or is open in it. */
export async function practice(services: Services, request: Request): Promise<Response> {
  const training = requireTraining(services)
  const form = await readSentForm(request, SMALL_FORM)
  return press(form.intent, {
    reset: async () => {
      const open = await findVisit(services, request)
      await training.erase([...begunHere(request), ...(open ? [open.draft.draftId] : [])])
      return seeOther(`${TRAINING_PATH}?erased=1`, closeCookie(request), noneBegunHereCookie(request))
    },
    '': async () => {
      const person = form.text('person')
      if (!isPersonId(person)) throw unreadable()
      const answers = answersFromClaim(getPersonClaim(person, services.today()))
      const { session, draftId } = await services.drafts.create({ answers, language: requestLanguage(request).code })
      return seeOther(PATHS.tasks, openCookie(request, session), begunHereCookie(request, draftId))
    },
  })
}
