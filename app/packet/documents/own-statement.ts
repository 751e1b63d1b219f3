import { CITATIONS } from '#machines/law/citations.ts'
import { CASEWORKER } from '#machines/law/evidence.ts'
import type { Telling } from '../answers.ts'
import type { Block, Row, Sheet } from '../sheet.ts'
import { lineToFill } from './person-rows.ts'
import { swornByAnother } from './signing-blocks.ts'
import { factSentences, victimRow } from './statement-facts.ts'

/** What caseworkers tell about themselves. A blank one becomes a line to fill in by hand. */
export const OWN_LINES = ['name', 'organization', 'role', 'contact', 'training'] as const
export type OwnLine = (typeof OWN_LINES)[number]

/** What makes a person a caseworker (Evid. Code § 1038.2(c)). Caseworkers tick for themselves which of these are true. */
export const CAPACITIES = ['serves', 'degree', 'training'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** A caseworker's own statement, as the caseworker made it from the draft of a case. */
export interface OwnStatement {
  readonly lines: Readonly<Partial<Record<OwnLine, string>>>
  readonly capacities: readonly Capacity[]
  /** Whether the caseworker states the belief that the person is a victim of human trafficking. */
  readonly believes: boolean
  readonly whyIBelieve: string
  /** The drafted sentences that the caseworker confirms, word for word. Every other one is struck. */
  readonly confirmed: readonly string[]
  readonly howIKnow: string
}

/** The sentence of each capacity. */
export const capacityText = ({ t }: Pick<Telling, 't'>, capacity: Capacity): string =>
  t(
    `statements:caseworker.${capacity}`,
    capacity === 'degree' ? { count: CASEWORKER.practiceYears } : capacity === 'training' ? { count: CASEWORKER.trainingHours } : {},
  )

/** What to talk about before signing: what a client tells a caseworker is private by law. */
export const privilegeText = ({ t }: Pick<Telling, 't'>): string =>
  t('statements:caseworker.talkFirst', { law: CITATIONS[CASEWORKER.citation].text })

/** An unsigned statement in the caseworker's own name: what the caseworker confirmed and wrote, and nothing that they struck. */
export function ownStatement(telling: Telling, own: OwnStatement): Sheet {
  const { t, language } = telling
  const title = t('statements:caseworker.title')
  const facts = factSentences(telling).map(({ about, items }) => ({
    about,
    items: items.filter(({ text }) => own.confirmed.includes(text)),
  }))
  return {
    id: 'own-statement',
    title,
    eyebrow: t('packet:eyebrow.statement'),
    language,
    blocks: [
      { kind: 'heading', text: t('statements:aboutMe') },
      { kind: 'rows', rows: OWN_LINES.map(line => filledLine(telling, line, own.lines[line])) },
      ...points(own.capacities.map(capacity => capacityText(telling, capacity))),
      { kind: 'heading', text: t('statements:aboutWhom') },
      { kind: 'rows', rows: [victimRow(telling)] },
      ...(own.believes
        ? [heading(telling, 'caseworker.crime'), ...points([t('statements:caseworker.believes')]), ...told(own.whyIBelieve)]
        : []),
      ...facts.flatMap(({ about, items }) =>
        items.length === 0
          ? []
          : [heading(telling, `facts.${about === 'other-money' ? 'money' : about}`), ...points(items.map(({ text }) => text))],
      ),
      ...(own.howIKnow.trim() === '' ? [] : [heading(telling, 'howIKnow'), ...told(own.howIKnow)]),
      swornByAnother(telling, title),
    ],
  }
}

const heading = ({ t }: Telling, key: string): Block => ({ kind: 'heading', text: t(`statements:${key}`) })
const points = (texts: readonly string[]): Block[] => (texts.length === 0 ? [] : [{ kind: 'points', items: texts.map(text => ({ text })) }])
const told = (words: string): Block[] =>
  words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(text => ({ kind: 'paragraph', text }))

function filledLine(telling: Telling, line: OwnLine, value: string | undefined): Row {
  const { label } = lineToFill(telling, line)
  return value ? { label, value, paths: [] } : lineToFill(telling, line)
}
