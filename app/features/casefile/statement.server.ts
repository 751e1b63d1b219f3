import { casePath, granted } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { readSent } from '#app/forms/press.server.ts'
import { words, type SentField } from '#app/forms/sent-fields.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import { fileResponse } from '#app/features/claim/file-response.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Telling } from '#app/packet/answers.ts'
import { CAPACITIES, capacityText, OWN_LINES, privilegeText, type OwnLine, type OwnStatement } from '#app/packet/documents/own-statement.ts'
import { factSentences } from '#app/packet/documents/statement-facts.ts'
import { STAFF_FORM } from '#app/security/forms/form-bounds.ts'
import type { STATEMENT_FACTS } from '#machines/answers/claim-file.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { isMinor } from './minor.server.ts'
import { preparePath, requireOpenCase, type CaseVisit } from './open-case.server.ts'

/** Longest line and longest paragraph of a field, in characters. */
const LONGEST = { line: 200, text: 4_000 } as const

/** Everything that a member wrote and ticked, to fill the form in again. */
interface TypedStatement {
  readonly lines: Readonly<Record<OwnLine, string>>
  readonly capacities: readonly string[]
  readonly believes: boolean
  readonly whyIBelieve: string
  readonly confirmed: readonly string[]
  readonly howIKnow: string
}

/** The draft of a statement in a member's own name: sentences to confirm, and what the member should think about first. */
export interface StatementView {
  readonly number: number
  readonly privilege: string
  readonly minor: boolean
  readonly lines: readonly OwnLine[]
  /** Sentences in English, as they are printed. */
  readonly capacities: readonly { readonly value: string; readonly label: string }[]
  readonly believes: string
  readonly sentences: readonly string[]
  /** Kinds of facts that the survivor did not allow, so that no sentence about them is drafted. */
  readonly notAllowed: readonly (typeof STATEMENT_FACTS)[number][]
  /** Address of the question that asks the survivor which facts may be told. */
  readonly askPath: string
  readonly typed: TypedStatement
  readonly problems: readonly FormProblem[]
}

const tellingOf = ({ found, answers: { today } }: CaseVisit): Telling => ({
  claim: assembleClaim(found.answers, today),
  today,
  t: getTranslate('en'),
  language: 'en',
  withoutStory: true,
})
const sentencesOf = (telling: Telling): string[] => factSentences(telling).flatMap(({ items }) => items.map(({ text }) => text))

/** The page: empty, or with a form that was sent and must be corrected. */
export async function statementView(context: StaffContext, request: Request, address: string | undefined): Promise<StatementView> {
  const visit = await requireOpenCase(context, request, address, 'print:case')
  const telling = tellingOf(visit)
  const sentences = sentencesOf(telling)
  const sent = request.method === 'POST' ? readStatement(await readSentForm(request, STAFF_FORM), sentences) : null
  const { staff, number } = visit
  const first: TypedStatement = {
    lines: { name: staff.member.name, organization: staff.organization.name, role: '', contact: '', training: '' },
    capacities: [],
    believes: false,
    whyIBelieve: '',
    confirmed: [],
    howIKnow: '',
  }
  return {
    number,
    privilege: privilegeText({ t: visit.answers.speech.t }),
    minor: isMinor(telling.claim, telling.today),
    lines: OWN_LINES,
    capacities: CAPACITIES.map(value => ({ value, label: capacityText(telling, value) })),
    believes: telling.t('statements:caseworker.believes'),
    sentences,
    notAllowed: factSentences(telling)
      .filter(({ about }) => telling.claim.statementFacts?.includes(about) !== true)
      .map(({ about }) => about),
    askPath: preparePath(number, 'statements'),
    typed: sent?.typed ?? first,
    problems: sent?.problems ?? [],
  }
}

/** Makes the paper that the member reads and signs. A form that must be corrected is sent on to the page as it is (307). */
export async function makeStatement(context: StaffContext, request: Request, address: string | undefined): Promise<Response> {
  const visit = await requireOpenCase(context, request, address, 'print:case')
  const telling = tellingOf(visit)
  const { claim, today } = telling
  const { statement, problems } = readStatement(await readSentForm(request, STAFF_FORM), sentencesOf(telling))
  const { staff, number } = visit
  if (problems.length > 0) return new Response(null, { status: 307, headers: { Location: casePath(number, 'statement') } })
  granted(await staff.casework.papers.noteMade(staff.actor, number))
  const { pdf } = await context.services.packets.render({ claim, today, part: 'mail', statement })
  return fileResponse(pdf, `papers-${number}-3.pdf`, 'application/pdf')
}

/** Leads to the page of the statement, because only its button makes the paper. */
export async function leadToStatement(context: StaffContext, request: Request, address: string | undefined): Promise<Response> {
  const { number } = await requireOpenCase(context, request, address, 'print:case')
  return seeOther(casePath(number, 'statement'))
}

function readStatement(
  form: SentForm,
  sentences: readonly string[],
): { readonly typed: TypedStatement; readonly statement: OwnStatement; readonly problems: readonly FormProblem[] } {
  const long = (most: number) => words(most, 'casefile:errors.long', { orNone: true })
  const own = readSent(form, Object.fromEntries(OWN_LINES.map(line => [line, long(LONGEST.line)])) as Record<OwnLine, SentField<string>>)
  const told = readSent(form, { whyIBelieve: long(LONGEST.text), howIKnow: long(LONGEST.text) })
  const typed: TypedStatement = {
    lines: own.values,
    capacities: form.all('capacity'),
    believes: form.has('believes'),
    confirmed: form.all('confirmed'),
    ...told.values,
  }
  const changed = typed.confirmed.some(sentence => !sentences.includes(sentence))
  const empty = typed.confirmed.length === 0 && !typed.believes
  const problems = [
    ...own.problems,
    ...told.problems,
    ...(changed || empty
      ? [{ field: sentences.length > 0 ? 'confirmed' : 'believes', key: `casefile:statement.errors.${changed ? 'changed' : 'empty'}` }]
      : []),
  ]
  return { typed, statement: { ...typed, capacities: CAPACITIES.filter(each => typed.capacities.includes(each)) }, problems }
}
