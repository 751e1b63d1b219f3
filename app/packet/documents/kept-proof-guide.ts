import type { KeptTelling } from '../kept-telling.ts'
import type { Block, Sheet } from '../sheet.ts'
import { sheetName } from './kept-enclosed.ts'
import { keptPoint } from './kept-point.ts'

/** How to use the letters that follow, and what to weigh before one is sent. */
export function keptProofGuide(telling: KeptTelling, letters: readonly Sheet[]): Sheet {
  const { claim, t, language } = telling
  const visa = claim.evidence?.includes('visa_document')
  const warning: Block[] = visa ? [{ kind: 'notice', title: t('keep:proofGuide.visaTitle'), text: t('keep:proofGuide.visa') }] : []
  return {
    id: 'proof-guide',
    title: t('keep:proofGuide.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('keep:proofGuide.intro') },
      ...warning,
      { kind: 'points', items: letters.map(letter => ({ text: letterLine(letter, telling) })) },
      { kind: 'heading', text: t('keep:proofGuide.how') },
      {
        kind: 'points',
        ordered: true,
        items: ['fill', 'sign', 'send', 'foot', 'answer'].map(name => keptPoint(telling, `proofGuide.step.${name}`)),
      },
      {
        kind: 'points',
        items: [
          ...(letters.some(isToPolice) ? [keptPoint(telling, 'proofGuide.noReport', 'calvcb-no-police-report')] : []),
          keptPoint(telling, 'proofGuide.afraid'),
          ...(visa ? [keptPoint(telling, 'proofGuide.endorsement', 'pen-236.5')] : []),
        ],
      },
      { kind: 'paragraph', small: true, text: t('packet:draft') },
    ],
  }
}

/** Whether a letter asks the police or another agency for a report, or to confirm one. */
const isToPolice = ({ id }: Sheet) => /^letter-(?:report|confirmation)-/.test(id)

/** The letter's name, with the office that it goes to when an answer named one. */
function letterLine(letter: Sheet, telling: KeptTelling): string {
  const offices = letter.blocks.flatMap(block =>
    block.kind === 'address' && block.paths?.some(path => path.endsWith('.agency')) ? block.lines : [],
  )
  return [sheetName(letter, telling), ...offices].join(' · ')
}
