import type { ClaimFile } from './claim-file.ts'
import { withoutBlanks } from './blank.ts'
import type { Answer, Question } from './question.ts'

type Place = Record<string, unknown>

function readPath(claim: ClaimFile, path: string): unknown {
  return path.split('.').reduce<unknown>((place, name) => (place as Place | null | undefined)?.[name], claim)
}

function writePath(claim: ClaimFile, path: string, value: unknown): ClaimFile {
  const [outer = '', inner] = path.split('.')
  if (inner === undefined) return { ...claim, [outer]: value }
  return { ...claim, [outer]: { ...((claim as Place)[outer] as Place | undefined), [inner]: value } }
}

/** The claim with the answer of one page in its place; what the page left unanswered stays absent. */
export function writeAnswer(claim: ClaimFile, question: Question, answer: Answer): ClaimFile {
  if (question.store) return question.store.write(claim, answer)
  return Object.entries(question.fields).reduce(
    (written, [name, { path }]) => (answer[name] === undefined ? written : writePath(written, path, answer[name])),
    claim,
  )
}

/** The answer of one page as the claim holds it, or undefined where it holds nothing of that page. */
export function readAnswer(claim: ClaimFile, question: Question): Answer | undefined {
  if (question.store) return question.store.read(claim)
  const values = Object.entries(question.fields).map(([name, { path }]) => [name, readPath(claim, path)])
  return withoutBlanks(Object.fromEntries(values)) as Answer | undefined
}
