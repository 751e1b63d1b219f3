import type { NoRoom, PaperChanged } from '#app/data/drafts/index.server.ts'
import type { FileProblem } from '#app/evidence/checked-file.ts'
import { LONGEST_TITLE } from '#app/evidence/limits.ts'
import { press } from '#app/forms/press.server.ts'
import { lineText } from '#app/forms/typed-text.ts'
import { EXHIBIT_KINDS, type ExhibitKind } from '#app/packet/exhibit.ts'
import type { Services } from '#app/services.server.ts'
import { drain, findSentPaper, type SentPaper } from './evidence-form.server.ts'
import { BOUNDS, evidenceView, fieldName, kindWords, seenOf, type Done, type EvidenceView, type SentForm } from './evidence-view.server.ts'
import { paperRepositoryOf, type PaperRepository } from './paper-repository.server.ts'
import { findVisit, PATHS, seeOther } from '../visit.server.ts'

/** The page again, with the problems of the form. */
export interface EvidenceOutcome {
  readonly view: EvidenceView
  readonly status: 409 | 413 | 422 | 429 | 503
}

/** Why no paper was attached: the name of a sentence, with the number that the sentence needs. */
interface Refusal {
  readonly problem: FileProblem | NoRoom | 'none' | 'unreadable' | 'busy' | 'slow-down'
  readonly status: EvidenceOutcome['status']
  readonly minutes?: number
}

const led = ({ paths }: PaperRepository, done: Done) => seeOther(`${paths.self}?done=${done}`)

/** Does what a form of the survivor's page asks for: attaches, changes, moves or takes out a paper. */
export async function changePapers(services: Services, request: Request, clientAddress: string): Promise<Response | EvidenceOutcome> {
  const visit = await findVisit(services, request)
  if (!visit) {
    await drain(request)
    return seeOther(PATHS.return)
  }
  return changeRepository(services, paperRepositoryOf(services, visit), request, clientAddress)
}

/** Does what a form asks for with the papers of an open claim, whether a survivor or a member has opened it. */
export async function changeRepository(
  services: Services,
  repository: PaperRepository,
  request: Request,
  clientAddress: string,
): Promise<Response | EvidenceOutcome> {
  const taken = await services.cleaner.takeIn(async () => takeForm(services, repository, await findSentPaper(request), clientAddress))
  if (taken.ok) return taken.value
  return refused(services, repository, await findSentPaper(request, 0), { problem: 'busy', status: 503 })
}

async function takeForm(
  services: Services,
  repository: PaperRepository,
  form: SentPaper | null,
  clientAddress: string,
): Promise<Response | EvidenceOutcome> {
  if (!form) return refused(services, repository, null, { problem: 'unreadable', status: 422 })
  const id = form.field('id')
  return press<Response | EvidenceOutcome>(form.field('intent'), {
    add: () => addPaper(services, repository, form, clientAddress),
    change: () => changePaper(services, repository, form, id),
    up: async () => after(repository, await repository.move(id, -1), 'moved'),
    down: async () => after(repository, await repository.move(id, 1), 'moved'),
    remove: async () => after(repository, await repository.remove(id), 'removed'),
  })
}

async function addPaper(
  services: Services,
  repository: PaperRepository,
  form: SentPaper,
  clientAddress: string,
): Promise<Response | EvidenceOutcome> {
  const words = wordsOf(form, null)
  const problems = wordProblems(repository, words)
  if (form.tooLarge) return refused(services, repository, form, { problem: 'too-big', status: 413 })
  if (!form.file) return refused(services, repository, form, { problem: 'none', status: 422 })
  if (!isWords(words) || Object.keys(problems).length > 0) {
    const again = repository.speech.t('evidence:problem.again')
    return {
      status: 422,
      view: await evidenceView(services, repository, { sent: { id: null, ...words, problems: { ...problems, file: again } } }),
    }
  }
  const counted = await services.exhibits.countNew(clientAddress)
  if (!counted.ok)
    return refused(services, repository, form, { problem: 'slow-down', status: 429, minutes: Math.ceil(counted.retryAfterSeconds / 60) })
  // The room is checked before the file is opened, so that a person does not wait in vain, and again when the file is stored.
  const full = await repository.findNoRoom()
  if (full) return refused(services, repository, form, { problem: full, status: 422 })
  const cleaned = await services.cleaner.clean(form.file)
  if (!cleaned.ok) return refused(services, repository, form, { problem: cleaned.problem, status: cleaned.problem === 'busy' ? 503 : 422 })
  const added = await repository.add(words, cleaned.file)
  return added.ok ? led(repository, 'added') : refused(services, repository, form, { problem: added.reason, status: 422 })
}

async function changePaper(
  services: Services,
  repository: PaperRepository,
  form: SentPaper,
  id: string,
): Promise<Response | EvidenceOutcome> {
  const { t } = repository.speech
  const words = wordsOf(form, id)
  const problems = wordProblems(repository, words)
  if (!isWords(words) || Object.keys(problems).length > 0)
    return { status: 422, view: await evidenceView(services, repository, { sent: { id, ...words, problems } }) }
  const result = await repository.change(id, words, current => seenOf(current) === form.field('seen') || seenOf(current) === seenOf(words))
  if (result.ok || result.reason !== 'conflict') return after(repository, result, 'changed')
  const { kind, title } = result.current
  const conflict = t('evidence:problem.conflict', { saved: [kindWords(t, kind), title].filter(Boolean).join(': ') })
  // The page is made from what is saved now, so a second press overwrites what the person has seen.
  return { status: 409, view: await evidenceView(services, repository, { sent: { id, ...words, problems: { kind: conflict } } }) }
}

const after = (repository: PaperRepository, result: PaperChanged, done: Done): Response => led(repository, result.ok ? done : 'gone')

/** The page with the reason why the file was refused, and with everything that was written. */
async function refused(
  services: Services,
  repository: PaperRepository,
  form: SentPaper | null,
  { problem, status, minutes }: Refusal,
): Promise<EvidenceOutcome> {
  const words = form ? wordsOf(form, null) : { kind: '', title: '' }
  const file = repository.speech.t(`evidence:problem.${problem}`, { ...BOUNDS, ...(minutes !== undefined && { count: minutes }) })
  const sent: SentForm = { id: null, ...words, problems: { ...(form && wordProblems(repository, words)), file } }
  return { status, view: await evidenceView(services, repository, { sent }) }
}

const wordsOf = (form: SentPaper, id: string | null) => ({
  kind: form.field(fieldName('kind', id)),
  title: lineText(form.field(fieldName('title', id))),
})

function isWords(words: {
  readonly kind: string
  readonly title: string
}): words is { readonly kind: ExhibitKind; readonly title: string } {
  return EXHIBIT_KINDS.some(kind => kind === words.kind)
}

function wordProblems({ speech: { t } }: PaperRepository, words: { readonly kind: string; readonly title: string }): SentForm['problems'] {
  return {
    ...(!isWords(words) && { kind: t('evidence:problem.kind') }),
    ...(words.title.length > LONGEST_TITLE && { title: t('evidence:problem.name', BOUNDS) }),
  }
}
