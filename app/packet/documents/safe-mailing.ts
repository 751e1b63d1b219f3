import { CITATIONS } from '#machines/law/citations.ts'
import { addressAnswer, addressLines, statementRow, textAnswer, yesNoAnswer, type Telling } from '../answers.ts'
import type { Row, Sheet } from '../sheet.ts'
import { hasOwnClaimant } from '../signers.ts'
import { personRows } from './person-rows.ts'
import { plainSignature } from './signing-blocks.ts'

/**
 * Says where letters may go. The sheet is made for a person in Safe at Home, whose substitute address every state agency must
 * accept instead of the home address, and for a person who gave a mailing address and no home address. It never shows a home address.
 */
export function safeMailing(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  const { victim } = claim
  const has = (address: Parameters<typeof addressLines>[0]) => addressLines(address).length > 0
  const safeAtHome = victim?.safeAtHome === true
  if (hasOwnClaimant(claim) || !(safeAtHome || (has(victim?.mailingAddress) && !has(victim?.residenceAddress ?? undefined)))) return null
  return {
    id: 'safe-mailing',
    title: t('statements:mailing.title'),
    eyebrow: t('statements:eyebrow.request'),
    language,
    blocks: [
      { kind: 'rows', rows: personRows(telling) },
      { kind: 'notice', title: t('statements:mailing.only'), text: t('statements:mailing.nowhereElse') },
      ...(safeAtHome
        ? [
            {
              kind: 'paragraph',
              text: t('statements:mailing.safeAtHome', { law: CITATIONS['safe-at-home'].text }),
              paths: ['victim.safeAtHome'],
            } as const,
          ]
        : []),
      {
        kind: 'rows',
        rows: [
          statementRow(telling, 'mailingAddress', addressAnswer(victim?.mailingAddress, 'victim.mailingAddress')),
          ...callRows(telling),
        ],
      },
      plainSignature(telling),
    ],
  }
}

/** How to call the person, as far as it was answered. */
function callRows(telling: Telling): Row[] {
  const { victim } = telling.claim
  return [
    statementRow(telling, 'phone', textAnswer(victim?.phone, 'victim.phone')),
    statementRow(telling, 'safeTimes', textAnswer(victim?.safeTimes, 'victim.safeTimes')),
    statementRow(telling, 'messagesSafe', yesNoAnswer(telling, victim?.messagesSafe, 'victim.messagesSafe')),
  ].filter(row => row.blank !== true)
}
