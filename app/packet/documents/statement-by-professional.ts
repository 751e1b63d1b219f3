import type { Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { CAPACITIES, capacityText, privilegeText } from './own-statement.ts'
import { lineToFill } from './person-rows.ts'
import { swornByAnother } from './signing-blocks.ts'
import { anythingAllowed, factBlocks, victimRow } from './statement-facts.ts'

type Writer = 'caseworker' | 'attorney'

const LINES = {
  caseworker: ['name', 'organization', 'role', 'contact'],
  attorney: ['name', 'license', 'organization', 'contact'],
} as const

/**
 * A form for a caseworker, as proof of the crime, of the lost income, or of both, as the person chose. The caseworker ticks
 * what makes them one (Evid. Code § 1038.2(c)).
 */
export function statementByCaseworker(telling: Telling): Sheet | null {
  const ofCrime = telling.claim.evidence?.includes('ht_caseworker_statement') === true
  const ofIncome = telling.claim.incomeEvidence?.includes('caseworker_decl') === true
  return ofCrime || ofIncome ? statement(telling, 'caseworker', { ofCrime, ofIncome }) : null
}

/** A form for a licensed attorney, as proof of the lost income. */
export function statementByAttorney(telling: Telling): Sheet | null {
  if (telling.claim.incomeEvidence?.includes('attorney_decl') !== true) return null
  return statement(telling, 'attorney', { ofCrime: false, ofIncome: true })
}

function statement(telling: Telling, writer: Writer, { ofCrime, ofIncome }: { ofCrime: boolean; ofIncome: boolean }): Sheet {
  const { t, language } = telling
  const filledIn = ofIncome && anythingAllowed(telling)
  return {
    id: `statement-${writer}`,
    title: t(`statements:${writer}.title`),
    eyebrow: t('packet:eyebrow.statement'),
    language,
    blocks: [
      {
        kind: 'notice',
        title: t('statements:talkFirst'),
        text: writer === 'caseworker' ? privilegeText(telling) : t('statements:attorney.talkFirst'),
      },
      { kind: 'paragraph', text: t(filledIn ? 'statements:howToConfirm' : 'statements:howToFillIn') },
      { kind: 'heading', text: t('statements:aboutMe') },
      { kind: 'rows', rows: LINES[writer].map(line => lineToFill(telling, line)) },
      ...capacity(telling, writer),
      { kind: 'heading', text: t('statements:aboutWhom') },
      { kind: 'rows', rows: [filledIn ? victimRow(telling) : victimRow({ ...telling, claim: {} })] },
      ...(ofCrime ? crimeBlocks(telling) : []),
      ...(ofIncome ? [...factBlocks(telling), ...writing(telling, 'howIKnow')] : []),
      swornByAnother(telling, t(`statements:${writer}.title`)),
    ],
  }
}

function capacity(telling: Telling, writer: Writer): Block[] {
  const { t } = telling
  const boxes = (...texts: readonly string[]): Block => ({ kind: 'checks', items: texts.map(text => ({ text })) })
  if (writer === 'attorney') return [boxes(t('statements:attorney.licensed'))]
  return [boxes(...CAPACITIES.map(each => capacityText(telling, each))), { kind: 'rows', rows: [lineToFill(telling, 'training')] }]
}

function crimeBlocks(telling: Telling): Block[] {
  const { t } = telling
  return [
    { kind: 'heading', text: t('statements:caseworker.crime') },
    { kind: 'checks', items: [{ text: t('statements:caseworker.believes') }] },
    { kind: 'writing-space', label: t('statements:space.whyIBelieve'), lines: 5 },
  ]
}

function writing({ t }: Telling, key: string): Block[] {
  return [
    { kind: 'heading', text: t(`statements:${key}`) },
    { kind: 'writing-space', label: t(`statements:space.${key}`), lines: 4 },
  ]
}
