import { choiceAnswer, nameAnswer, statementRow, type Telling } from '../answers.ts'
import type { Row } from '../sheet.ts'
import { claimantPath, signerOf } from '../signers.ts'

/** The person who signs a sheet, and the person they sign for. A missing name becomes a line to fill in. */
export function personRows(telling: Telling): Row[] {
  const { claim } = telling
  const path = claimantPath(claim)
  if (signerOf(claim) === 'guardian') {
    return [
      statementRow(telling, 'signerName', nameAnswer(claim.guardian, 'guardian')),
      statementRow(telling, 'signsFor', nameAnswer(claim.victim, 'victim')),
      statementRow(telling, 'authority', choiceAnswer(telling, claim.guardian?.authority, 'guardian.authority', 'authority')),
    ]
  }
  const own = statementRow(telling, 'signerName', nameAnswer(claim[path], path))
  return path === 'claimant' ? [own, statementRow(telling, 'victimName', nameAnswer(claim.victim, 'victim'))] : [own]
}

/** A line to fill in by hand; the label is `statements:line.<key>`. */
export const lineToFill = ({ t }: Telling, key: string): Row => ({ label: t(`statements:line.${key}`), value: '', paths: [], blank: true })
