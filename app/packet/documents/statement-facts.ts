import type { STATEMENT_FACTS } from '#machines/answers/claim-file.ts'
import { choiceAnswer, dateAnswer, hoursAnswer, moneyAnswer, nameAnswer, statementRow, type Telling } from '../answers.ts'
import type { Block, CheckItem, Row } from '../sheet.ts'
import { lineToFill } from './person-rows.ts'

type Fact = (typeof STATEMENT_FACTS)[number]

/** How many empty rows for periods of work a form has when none is filled in. */
const BLANK_PERIODS = 3
const NOTHING = { words: undefined, paths: [] }

/** Whether the person allowed this fact to be filled in for the people who sign. */
const allows = ({ claim }: Telling, fact: Fact) => claim.statementFacts?.includes(fact) === true

/** Whether the person allowed any fact. If not, even the name stays out of the form. */
export const anythingAllowed = ({ claim }: Telling) => (claim.statementFacts?.length ?? 0) > 0

export const victimRow = (telling: Telling): Row =>
  statementRow(telling, 'victimName', anythingAllowed(telling) ? nameAnswer(telling.claim.victim, 'victim') : NOTHING)

/**
 * The three facts that a statement of income loss must give. A fact that the person allowed and answered has a box to confirm
 * it and a line to correct it. Every other fact is an empty line.
 */
export function factBlocks(telling: Telling): Block[] {
  const heading = (key: string): Block => ({ kind: 'heading', text: telling.t(`statements:facts.${key}`) })
  return [heading('dates'), ...dates(telling), heading('hours'), ...hours(telling), heading('money'), ...otherMoney(telling)]
}

/** The facts that the person allowed and answered, as sentences alone, grouped by what they are about. */
export const factSentences = (telling: Telling): readonly { readonly about: Fact; readonly items: readonly CheckItem[] }[] => [
  { about: 'dates', items: dateItems(telling) },
  { about: 'hours', items: hourItems(telling) },
  { about: 'other-money', items: moneyItems(telling) },
]

function confirmed(telling: Telling, items: readonly CheckItem[], open: readonly Row[]): Block[] {
  if (items.length === 0) return [{ kind: 'rows', rows: open }]
  return [
    { kind: 'checks', items },
    { kind: 'rows', rows: [...open, lineToFill(telling, 'correction')] },
  ]
}

const DATES = ['start', 'end'] as const
const allowedDate = (telling: Telling, part: (typeof DATES)[number]) => (allows(telling, 'dates') ? telling.claim.crime?.[part] : undefined)

const dateItems = (telling: Telling): CheckItem[] =>
  DATES.flatMap(part => {
    const { t } = telling
    const date = allowedDate(telling, part)
    const { words, paths } = dateAnswer(telling, date, `crime.${part}`)
    return words === undefined
      ? []
      : [{ text: date === 'ongoing' ? t('statements:facts.ongoing') : t(`statements:facts.${part}`, { date: words }), paths }]
  })

const dates = (telling: Telling): Block[] =>
  confirmed(
    telling,
    dateItems(telling),
    DATES.filter(part => allowedDate(telling, part) === undefined).map(part => statementRow(telling, part, NOTHING)),
  )

/** The sentences about hours. A period is filled in only when all of its parts were answered. */
function hourItems(telling: Telling): CheckItem[] {
  const { claim, t } = telling
  return (allows(telling, 'hours') ? (claim.work ?? []) : []).flatMap((period, index): CheckItem[] => {
    const [from, to] = (['from', 'to'] as const).map(end => dateAnswer(telling, period[end], `work.${index}.${end}`))
    const week = hoursAnswer(telling, period.hoursPerWeek, `work.${index}.hoursPerWeek`)
    if (!from?.words || !to?.words || !week.words) return []
    const key = period.to === 'ongoing' ? 'hoursOngoing' : 'hoursPeriod'
    return [
      {
        text: t(`statements:facts.${key}`, { from: from.words, to: to.words, hours: week.words }),
        paths: [...from.paths, ...to.paths, ...week.paths],
      },
    ]
  })
}

function hours(telling: Telling): Block[] {
  const { t } = telling
  const items = hourItems(telling)
  if (items.length > 0) return confirmed(telling, items, [lineToFill(telling, 'otherPeriod')])
  const columns = (
    [
      ['from', 2],
      ['to', 2],
      ['hours', 1],
    ] as const
  ).map(([name, weight]) => ({ text: t(`packet:column.${name}`), weight }))
  return [{ kind: 'table', columns, rows: Array.from({ length: BLANK_PERIODS }, () => columns.map(() => ({ text: '', blank: true }))) }]
}

const allowedSources = (telling: Telling) => (allows(telling, 'other-money') ? telling.claim.otherSources : undefined)

function moneyItems(telling: Telling): CheckItem[] {
  const sources = allowedSources(telling)
  if (sources?.length === 0) return [{ text: telling.t('statements:facts.noMoney'), paths: ['otherSources'] }]
  return (sources ?? []).map((source, index): CheckItem => {
    const path = `otherSources.${index}`
    const answers = [
      choiceAnswer(telling, source.kind, `${path}.kind`, 'source'),
      choiceAnswer(telling, source.state, `${path}.state`, 'sourceState'),
      moneyAnswer(telling, source.amountCents, `${path}.amountCents`),
    ]
    return { text: answers.flatMap(({ words }) => words ?? []).join(' · '), paths: answers.flatMap(({ paths }) => paths) }
  })
}

const otherMoney = (telling: Telling): Block[] =>
  confirmed(telling, moneyItems(telling), allowedSources(telling)?.length === 0 ? [] : [statementRow(telling, 'otherSources', NOTHING)])
