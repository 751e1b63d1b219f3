import { readFileSync } from 'node:fs'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { addMonths, type Day } from '#machines/calendar/day.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { DraftProposal } from '#machines/draft/events.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import type { Casework } from '../casework.server.ts'

const EXAMPLE = JSON.parse(readFileSync('examples/rosa-alone.json', 'utf8')) as ClaimFile

/** Opens a case of an invented claim for tests. Its last day to file is `day`. */
export async function openDueOn(casework: Casework, by: Actor, day: Day, label = ''): Promise<number> {
  const end = addMonths(day, -12 * DEADLINES.filing.amount)
  const claim: ClaimFile = { ...EXAMPLE, crime: { ...EXAMPLE.crime, start: addMonths(end, -24), end } }
  return (await casework.cases.create(by, { language: 'en', about: { label, otherSide: [] }, answers: answersFromClaim(claim) })).number
}

/** Opens a case of an invented claim for tests that was filed on a day, and for which CalVCB asked for more on another day. */
export async function openFiled(casework: Casework, by: Actor, filedOn: Day, askedOn: Day | null = null, label = ''): Promise<number> {
  const { number } = await casework.cases.create(by, {
    language: 'en',
    about: { label, otherSide: [] },
    answers: answersFromClaim(EXAMPLE),
  })
  const steps: readonly DraftProposal[] = [
    { type: 'SENT_TO_REVIEW', sentOn: filedOn },
    { type: 'APPROVED', approvedOn: filedOn },
    { type: 'SIGNED_BY', who: 'claimant', signedOn: filedOn },
    { type: 'FILED', filedOn },
    ...(askedOn === null ? [] : [{ type: 'INFORMATION_ASKED' as const, noticeOn: askedOn }]),
  ]
  for (const step of steps) {
    const taken = await casework.cases.takeStep(by, number, step)
    if (!taken.ok || !taken.value.ok) throw new Error(`${step.type}: ${JSON.stringify(taken)}`)
  }
  return number
}
