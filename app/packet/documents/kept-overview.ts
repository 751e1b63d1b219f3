import { filingDeadline, type DeadlineResult } from '#machines/rules/deadline.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { missingItems } from '#machines/rules/missing.ts'
import type { Reason } from '#machines/rules/reason.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Telling } from '../answers.ts'
import { assumptionPoint, reasonPoint, sourceLine } from '../explain.ts'
import type { Block, Point, Sheet } from '../sheet.ts'
import { isAboutAnother } from './about-another.ts'
import { ownAnswerBlocks } from './kept-own-answers.ts'

const EFFECTS = ['risk', 'needs', 'supports', 'explains'] as const satisfies readonly Reason['effect'][]

/** What the sentence under the last day to apply says already. */
const SAID_BY_THE_DAY: ReadonlySet<Reason['code']> = new Set(['deadline-open', 'deadline-soon'])

/** The state of the claim: whether help may be open and why, the last day to file, what is missing, and which answers are not mailed. */
export function keptOverview(telling: Telling): Sheet {
  const { claim, today, t, language } = telling
  const { outcome, notes, assumptions, ...found } = eligibility(claim, today)
  const reasons = [...found.reasons, ...notes]
  const deadline = filingDeadline(claim, today)
  return {
    id: 'overview',
    title: t('packet:overview.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'notice', title: t(`rules:outcome.${outcome}.title`), text: t(`rules:outcome.${outcome}.text`) },
      ...deadlineBlocks(telling, deadline, reasons),
      ...missingBlocks(telling),
      ...EFFECTS.flatMap(effect =>
        reasonBlocks(
          telling,
          effect,
          reasons.filter(({ code }) => !SAID_BY_THE_DAY.has(code)),
        ),
      ),
      ...pointsUnder(
        t('packet:overview.open'),
        assumptions.filter(id => !deadline.assumptions.includes(id)).map(id => assumptionPoint(t, id)),
      ),
      ...ownAnswerBlocks(telling),
    ],
  }
}

const pointsUnder = (title: string, items: readonly Point[]): Block[] =>
  items.length > 0
    ? [
        { kind: 'heading', text: title },
        { kind: 'points', items },
      ]
    : []

/** @param told the reasons that follow further down and so are left out here */
function deadlineBlocks(telling: Telling, deadline: DeadlineResult, told: readonly Reason[]): Block[] {
  const { t, language } = telling
  const reasons = deadline.reasons.filter(({ code }) => !told.some(reason => reason.code === code))
  const items = [...reasons.map(reason => reasonPoint(t, language, reason)), ...deadline.assumptions.map(id => assumptionPoint(t, id))]
  return [
    { kind: 'heading', text: t('packet:overview.deadline') },
    ...(deadline.status === 'late-filing' ? dayGoneBy(telling, deadline) : dayAhead(telling, deadline)),
    ...(items.length > 0 ? [{ kind: 'points' as const, items }] : []),
  ]
}

function dayAhead(telling: Telling, deadline: DeadlineResult): Block[] {
  const { t } = telling
  const note = [t(`rules:deadline.status.${deadline.status}`), ...basisOf(telling, deadline)].join(' ')
  return [
    { kind: 'figure', label: t('packet:overview.deadlineLabel'), text: lastDay(telling, deadline), note },
    ...(deadline.lateFilingStatement ? [{ kind: 'notice' as const, text: t('packet:overview.lateFiling') }] : []),
  ]
}

/** Says first that the person can still apply. A day that has passed is not set large, because it would discourage the person. */
function dayGoneBy(telling: Telling, deadline: DeadlineResult): Block[] {
  const { t } = telling
  return [
    { kind: 'notice', title: t('rules:deadline.status.late-filing'), text: t('packet:overview.lateFiling') },
    { kind: 'rows', rows: [{ label: t('packet:overview.deadlineLabel'), value: lastDay(telling, deadline), paths: [] }] },
    ...basisOf(telling, deadline).map(text => ({ kind: 'paragraph' as const, small: true, text })),
  ]
}

/** What the last day comes from. "Your age" is told to nobody but the person of that age. */
const basisOf = ({ claim, t }: Telling, { basis }: DeadlineResult): string[] =>
  basis === null || (basis === 'age-21' && isAboutAnother(claim)) ? [] : [t(`rules:deadline.basis.${basis}`)]

const lastDay = ({ t, language }: Telling, { date }: DeadlineResult) => (date ? formatDate(date, language) : t('packet:overview.noDate'))

function missingBlocks({ claim, t }: Telling): Block[] {
  const missing = missingItems(claim)
  const title: Block = { kind: 'heading', text: t('packet:overview.missing') }
  if (missing.length === 0) return [title, { kind: 'paragraph', text: t('packet:overview.nothingMissing') }]
  const items = missing.map(({ item, path, citation }) => {
    const period = /^work\.(\d+)\./.exec(path)?.[1]
    const what = t(`rules:missing.${item}`)
    return {
      text: period === undefined ? what : t('packet:overview.missingOfPeriod', { number: Number(period) + 1, what }),
      notes: [sourceLine(t, citation)],
    }
  })
  return [title, { kind: 'paragraph', text: t('packet:overview.missingIntro') }, { kind: 'points', items }]
}

function reasonBlocks({ t, language }: Telling, effect: Reason['effect'], reasons: readonly Reason[]): Block[] {
  const items = reasons.filter(reason => reason.effect === effect).map(reason => reasonPoint(t, language, reason))
  return pointsUnder(t(`packet:overview.effect.${effect}`), items)
}
