import { statementRow, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { lineToFill } from './person-rows.ts'
import { swornByAnother } from './signing-blocks.ts'

/** The questions to a witness, each with the number of empty lines for the answer. */
const SPACES = [
  ['howIKnowThem', 2],
  ['dates', 3],
  ['hours', 3],
  ['money', 2],
  ['saw', 5],
] as const

/**
 * A form for a witness. It takes nothing from the claim, not even a name, because witnesses must write what they know
 * themselves, in their own words.
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
