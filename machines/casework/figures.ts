import { addMonths, type Day } from '#machines/calendar/day.ts'
import { DRAFT_STATES, type DraftStateName } from '#machines/draft/machine.ts'
import { MISSING_ITEMS, type MissingItemId } from '#machines/rules/missing.ts'
import { hideSmallCounts, LEAST_SHOWN, type CountEdge, type ShownCount } from './hidden-counts.ts'

/** The facts of one case that are counted. */
export interface FigureCase {
  readonly state: DraftStateName
  readonly language: string
  /** Day on which the case was begun. */
  readonly begunOn: Day
  readonly missing: readonly MissingItemId[]
}

/** How far a case has come, in the table by month. */
export const FIGURE_STAGES = ['preparing', 'sent', 'closed'] as const
type FigureStage = (typeof FIGURE_STAGES)[number]

/** How many months have a row of their own; all cases begun earlier share one row. */
const FIGURE_MONTHS = 12

/** One row of the table by month, with its sum. */
interface FigureMonth {
  /** `YYYY-MM`, or `null` for all earlier months. */
  readonly month: string | null
  readonly stages: Readonly<Record<FigureStage, ShownCount>>
  readonly all: ShownCount
}

/** Counts that may be shown outside the organization: small counts are hidden, and no hidden count can be worked out from the others. */
export interface Figures {
  readonly all: ShownCount
  readonly states: readonly { readonly state: DraftStateName; readonly count: ShownCount }[]
  readonly languages: readonly { readonly language: string; readonly count: ShownCount }[]
  readonly months: readonly FigureMonth[]
  /** The totals below the months. */
  readonly stages: Readonly<Record<FigureStage, ShownCount>>
  readonly missing: readonly { readonly item: MissingItemId | 'none'; readonly yes: ShownCount; readonly no: ShownCount }[]
}

const PREPARING: ReadonlySet<DraftStateName> = new Set(['prepared', 'printed', 'inReview', 'needsChanges', 'readyToSign', 'signed'])

const stageOf = (state: DraftStateName): FigureStage => (state === 'closed' ? 'closed' : PREPARING.has(state) ? 'preparing' : 'sent')

/**
 * Counts cases.
 * @param today its month is the last row of the table by month
 */
export function figuresOf(cases: readonly FigureCase[], today: Day, languages: readonly string[]): Figures {
  const months = [
    null,
    ...Array.from({ length: FIGURE_MONTHS }, (_each, index) => addMonths(`${today.slice(0, 7)}-01`, index + 1 - FIGURE_MONTHS).slice(0, 7)),
  ]
  const monthOf = ({ begunOn }: FigureCase) => months.find(month => month === begunOn.slice(0, 7)) ?? null
  const net = new Map<string, CountEdge>()
  const count = (is: (each: FigureCase) => boolean) => cases.filter(is).length
  const edge = (name: string, from: string, to: string, is: (each: FigureCase) => boolean) =>
    void net.set(name, { from, to, count: count(is) })

  // The net joins the tables one after the other: every case passes through each table, so that all tables have the same total.
  for (const state of DRAFT_STATES) edge(`state ${state}`, 'states', 'languages', each => each.state === state)
  for (const language of languages) edge(`language ${language}`, 'languages', 'months', each => each.language === language)
  for (const month of months) {
    edge(`month ${month}`, 'months', `month ${month}`, each => monthOf(each) === month)
    for (const stage of FIGURE_STAGES)
      edge(`month ${month} ${stage}`, `month ${month}`, `stage ${stage}`, each => monthOf(each) === month && stageOf(each.state) === stage)
  }
  for (const stage of FIGURE_STAGES) edge(`stage ${stage}`, `stage ${stage}`, 'none', each => stageOf(each.state) === stage)
  const items = ['none' as const, ...MISSING_ITEMS]
  const lacks = (each: FigureCase, item: MissingItemId | 'none') =>
    item === 'none' ? each.missing.length === 0 : each.missing.includes(item)
  items.forEach((item, place) => {
    const next = items[place + 1] ?? 'end'
    edge(`${item} yes`, item, next, each => lacks(each, item))
    edge(`${item} no`, item, next, each => !lacks(each, item))
  })
  edge('all', 'end', 'states', () => true)

  const shown = hideSmallCounts([...net.values()], LEAST_SHOWN)
  const byName = new Map([...net.keys()].map((name, index) => [name, shown[index]!]))
  const at = (name: string) => byName.get(name)!
  const stages = (before: string) =>
    Object.fromEntries(FIGURE_STAGES.map(stage => [stage, at(`${before} ${stage}`)])) as Record<FigureStage, ShownCount>
  return {
    all: at('all'),
    states: DRAFT_STATES.map(state => ({ state, count: at(`state ${state}`) })),
    languages: languages.map(language => ({ language, count: at(`language ${language}`) })),
    months: months.map(month => ({ month, stages: stages(`month ${month}`), all: at(`month ${month}`) })),
    stages: stages('stage'),
    missing: items.map(item => ({ item, yes: at(`${item} yes`), no: at(`${item} no`) })),
  }
}
