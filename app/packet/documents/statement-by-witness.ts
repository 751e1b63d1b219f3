import { statementRow, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { lineToFill } from './person-rows.ts'
import { swornByAnother } from './signing-blocks.ts'

/** Room for a witness's own words: what is asked, and how many lines it has. */
const SPACES = [
  ['howIKnowThem', 2],
  ['dates', 3],
  ['hours', 3],
  ['money', 2],
  ['saw', 5],
] as const

/**
 * A form for a witness. It takes nothing from the claim, not even a name: a witness writes what they know themselves, and
 * nobody puts words into their mouth.
 */
export function statementByWitness(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (claim.incomeEvidence?.includes('witness_decl') !== true) return null
  const spaces = SPACES.flatMap(([key, lines]): Block[] => [
    { kind: 'heading', text: t(`statements:witness.${key}`) },
    { kind: 'writing-space', label: t(`statements:space.${key}`), lines },
  ])
  return {
    id: 'statement-witness',
    title: t('statements:witness.title'),
    eyebrow: t('packet:eyebrow.statement'),
    language,
    blocks: [
      { kind: 'notice', title: t('statements:witness.ownWords'), text: t('statements:witness.howTo') },
      {
        kind: 'rows',
        rows: [
          lineToFill(telling, 'name'),
          lineToFill(telling, 'contact'),
          statementRow(telling, 'victimName', { words: undefined, paths: [] }),
        ],
      },
      ...spaces,
      swornByAnother(telling, t('statements:witness.title')),
    ],
  }
}
