import { DEADLINES } from '#machines/law/deadlines.ts'
import { choiceAnswer, moneyAnswer, statementCell, textAnswer, type Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'
import { withGapsNamed } from './gaps.ts'
import { lineToFill, personRows } from './person-rows.ts'
import { plainSignature } from './signing-blocks.ts'

/**
 * Money for the same losses from other sources, and the promise to tell CalVCB of more, because CalVCB pays only after every
 * other source. The sheet is made only when the claim names such a source; the statement of income loss says "none".
 */
export function otherSources(telling: Telling): Sheet | null {
  const { claim, t, language } = telling
  if (!claim.otherSources?.length) return null
  const inCourt = claim.otherSources.some(({ kind }) => kind === 'lawsuit')
  return withGapsNamed(telling, {
    id: 'other-sources',
    title: t('statements:sources.title'),
    eyebrow: t('statements:eyebrow.disclosure'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('statements:sources.intro') },
      { kind: 'rows', rows: personRows(telling) },
      { kind: 'heading', text: t('statements:sources.money') },
      sourceTable(telling),
      ...(inCourt ? caseBlocks(telling) : []),
      { kind: 'heading', text: t('statements:sources.promise') },
      {
        kind: 'points',
        items: [{ text: t('statements:sources.tell', { count: DEADLINES.lienNotice.amount }) }, { text: t('statements:sources.repay') }],
      },
      plainSignature(telling),
    ],
  })
}

function sourceTable(telling: Telling): Block {
  const columns = (
    [
      ['source', 2.2],
      ['state', 1.5],
      ['amount', 1.1],
      ['detail', 2],
    ] as const
  ).map(([name, weight]) => ({ text: telling.t(`packet:column.${name}`), weight }))
  return {
    kind: 'table',
    columns,
    rows: (telling.claim.otherSources ?? []).map((source, index) => {
      const path = `otherSources.${index}`
      return [
        statementCell(choiceAnswer(telling, source.kind, `${path}.kind`, 'source')),
        statementCell(choiceAnswer(telling, source.state, `${path}.state`, 'sourceState')),
        statementCell(moneyAnswer(telling, source.amountCents, `${path}.amountCents`)),
        statementCell(textAnswer(source.detail, `${path}.detail`)),
      ]
    }),
  }
}

/** What CalVCB asks for when it is told of a lawsuit. */
function caseBlocks(telling: Telling): Block[] {
  return [
    { kind: 'heading', text: telling.t('statements:sources.case') },
    { kind: 'rows', rows: ['caseTitle', 'court', 'parties', 'claimKind'].map(line => lineToFill(telling, line)) },
  ]
}
