import { casePath } from '#app/auth/case-visit.server.ts'
import { requirePermission, requireStaffVisit, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import type { FreshPaper } from '#app/data/records/index.server.ts'
import type { NoRoom } from '#app/data/drafts/index.server.ts'
import { MOST_BYTES_TOGETHER, MOST_PAGES_TOGETHER } from '#app/evidence/limits.ts'
import { drain, findSentPaper, type SentPaper } from '#app/features/claim/evidence/evidence-form.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Services } from '#app/services.server.ts'
import { oneself } from '#machines/casework/permissions.ts'
import { answersFromClaim, assembleClaim } from '#machines/claim/assemble.ts'
import type { DraftEvent, DraftProposal } from '#machines/draft/events.ts'
import { recorded } from '#machines/draft/history.ts'
import { filingFacts } from '#machines/rules/filing-facts.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import type { ClaimFileProblem } from '#machines/answers/claim-file.ts'
import { isLocked, unlockFile } from '#app/security/case-file-lock.server.ts'
import { MOST_CASE_FILE_BYTES, readCaseFile, type CaseFile, type CaseFileProblem } from './case-file.server.ts'

/** Most problems of a claim that the page lists. */
const MOST_TOLD = 20

/** Why no case was made: a sentence at the file or at the password. */
export interface ImportRefused {
  readonly field: 'file' | 'password'
  readonly message: string
  /** The problems of the claim, line by line. */
  readonly details: readonly string[]
  readonly status: 413 | 422 | 503
}

type Problem = CaseFileProblem | NoRoom | 'none' | 'unreadable' | 'busy' | 'password' | 'wrong-password' | 'paper'

/** Makes a new case from a case file that the member uploads. */
export async function importCase(context: StaffContext, request: Request): Promise<Response | ImportRefused> {
  const { services } = context
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'create:case', oneself(visit.actor))
  const tell = refusals(request)
  const taken = await services.cleaner.takeIn(async () => take(services, visit, await findSentPaper(request, MOST_CASE_FILE_BYTES), tell))
  if (taken.ok) return taken.value
  await drain(request, MOST_CASE_FILE_BYTES)
  return tell('busy')
}

type Tell = (problem: Problem, more?: { readonly number?: number; readonly claim?: readonly ClaimFileProblem[] }) => ImportRefused

function refusals(request: Request): Tell {
  const t = getTranslate(requestLanguage(request).code)
  return (problem, { number, claim = [] } = {}) => ({
    field: problem === 'password' || problem === 'wrong-password' ? 'password' : 'file',
    message: t(`records:import.problem.${problem}`, { number }),
    // A path names a place in the file, and never the value at that place.
    details: claim.slice(0, MOST_TOLD).map(({ path, key }) => (path === '' ? t(key) : `${path}: ${t(key)}`)),
    status: problem === 'too-large' ? 413 : problem === 'busy' ? 503 : 422,
  })
}

async function take(services: Services, visit: StaffVisit, form: SentPaper | null, tell: Tell): Promise<Response | ImportRefused> {
  if (!form) return tell('unreadable')
  if (form.tooLarge) return tell('too-large')
  if (!form.file) return tell('none')
  const unlocked = isLocked(form.file) ? await unlocking(form.file, form.field('password')) : form.file
  if (typeof unlocked === 'string') return tell(unlocked)
  const read = readCaseFile(unlocked, services.today())
  if (!read.ok) return tell(read.problem, { claim: read.claim })
  const { claim, life, about, notes } = read.file
  const full = await services.exhibits.findNoRoom(null)
  if (full) return tell(full)
  const papers = await cleaned(services, read.file, tell)
  if ('message' in papers) return papers
  const answers = answersFromClaim(claim)
  const fresh = {
    answers,
    language: claim.language ?? 'en',
    about: about ?? { label: '', otherSide: [] },
    notes,
    status: eventsOf(life, answers, services.today()),
  }
  const { number } = await visit.casework.caseFiles.bring(visit.actor, fresh, papers)
  return seeOther(casePath(number))
}

async function unlocking(file: Uint8Array, password: string): Promise<Uint8Array | 'password' | 'wrong-password' | 'busy'> {
  if (password === '') return 'password'
  const unlocked = await unlockFile(file, password)
  return unlocked === 'wrong' ? 'wrong-password' : unlocked
}

/** Opens and rewrites every paper, as if a person attached it, because a file may hold anything, wherever it comes from. */
async function cleaned({ cleaner }: Services, { papers }: CaseFile, tell: Tell): Promise<readonly FreshPaper[] | ImportRefused> {
  const fresh: FreshPaper[] = []
  for (const [place, { kind, title, bytes }] of papers.entries()) {
    const answer = await cleaner.clean(bytes)
    if (!answer.ok) return answer.problem === 'busy' ? tell('busy') : tell('paper', { number: place + 1 })
    fresh.push({ words: { kind, title }, file: answer.file })
  }
  const sum = (of: (paper: FreshPaper) => number) => fresh.reduce((total, paper) => total + of(paper), 0)
  if (sum(({ file }) => file.pages) > MOST_PAGES_TOGETHER) return tell('too-many-pages-together')
  if (sum(({ file }) => file.bytes.length) > MOST_BYTES_TOGETHER) return tell('too-much-together')
  return fresh
}

/** The events of the file, as far as the statechart allows them. Facts derived from answers come from these answers. */
function eventsOf(life: readonly DraftProposal[], answers: ClaimAnswers, today: Day): readonly DraftEvent[] {
  const facts = filingFacts(assembleClaim(answers, today))
  return life.reduce<readonly DraftEvent[]>(
    (history, event) => recorded(history, event.type === 'APPROVED' || event.type === 'READY_WITHOUT_REVIEW' ? { ...event, facts } : event),
    [],
  )
}
