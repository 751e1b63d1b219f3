import { requirePermission, requireStaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { formatNumber, formatShortMonth } from '#app/i18n/format.ts'
import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { FIGURE_STAGES, type Figures } from '#machines/casework/figures.ts'
import { LEAST_SHOWN, type ShownCount } from '#machines/casework/hidden-counts.ts'
import { csvHeaders, csvLines, CSV_START } from './csv.ts'
import { ownTeam } from '#machines/casework/permissions.ts'

/** One table of counts, ready to show. */
interface FigureTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

export interface FiguresView {
  readonly all: string
  readonly none: boolean
  readonly least: number
  readonly teamAlone: boolean
  readonly tables: readonly FigureTable[]
}

export async function figuresView(context: StaffContext, request: Request): Promise<FiguresView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'count:export', ownTeam(visit.actor))
  const { code } = requestLanguage(request)
  const figures = await visit.casework.figures.count(visit.actor)
  return {
    all: cellOf(figures.all, code),
    none: 'shown' in figures.all && figures.all.shown === 0,
    least: LEAST_SHOWN,
    teamAlone: visit.actor.role !== 'owner',
    tables: figureTables(figures, code),
  }
}

/** The tables of the figures as one CSV, to be passed on. */
export async function figuresFile(context: StaffContext, request: Request): Promise<Response> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'count:export', ownTeam(visit.actor))
  const { code } = requestLanguage(request)
  const t = getTranslate(code)
  const figures = await visit.casework.figures.take(visit.actor)
  const lines = figureTables(figures, code).flatMap(({ title, columns, rows }) => [
    [title, ...columns],
    ...rows.map(({ name, cells }) => [name, ...cells]),
    [],
  ])
  const text = csvLines([
    [t('records:figures.rule', { least: LEAST_SHOWN })],
    [t('records:figures.all'), cellOf(figures.all, code)],
    [],
    ...lines,
  ])
  return new Response(CSV_START + text, { headers: csvHeaders('table-2.csv') })
}

/** A count in words, with small counts hidden. */
function cellOf(count: ShownCount, language: LanguageCode): string {
  if ('shown' in count) return formatNumber(count.shown, language)
  return count.hidden === 'small' ? `<${LEAST_SHOWN}` : getTranslate(language)('records:figures.hidden')
}

function figureTables(figures: Figures, language: LanguageCode): FigureTable[] {
  const t = getTranslate(language)
  const cell = (count: ShownCount) => cellOf(count, language)
  const columns = [t('records:figures.count')]
  const nameOf = (code: string) => (language === 'en' ? getLanguage(code).englishName : getLanguage(code).nativeName)
  return [
    {
      title: t('records:figures.byState'),
      columns,
      rows: figures.states.map(({ state, count }) => ({ name: t(`lifecycle:state.${state}`), cells: [cell(count)] })),
    },
    {
      title: t('records:figures.byMonth'),
      columns: [...FIGURE_STAGES.map(stage => t(`records:figures.stage.${stage}`)), t('records:figures.all')],
      rows: [
        ...figures.months.map(({ month, stages, all }) => ({
          name: month === null ? t('records:figures.before') : formatShortMonth(month, language),
          cells: [...FIGURE_STAGES.map(stage => cell(stages[stage])), cell(all)],
        })),
        { name: t('records:figures.all'), cells: [...FIGURE_STAGES.map(stage => cell(figures.stages[stage])), cell(figures.all)] },
      ],
    },
    {
      title: t('records:figures.byLanguage'),
      columns,
      rows: figures.languages
        .filter(({ count }) => 'hidden' in count || count.shown > 0)
        .map(({ language: code, count }) => ({ name: nameOf(code), cells: [cell(count)] })),
    },
    {
      title: t('records:figures.missing'),
      columns: [t('records:figures.isMissing'), t('records:figures.isThere')],
      rows: figures.missing.map(({ item, yes, no }) =>
        item === 'none'
          ? { name: t('records:figures.anything'), cells: [cell(no), cell(yes)] }
          : { name: t(`rules:missing.${item}`), cells: [cell(yes), cell(no)] },
      ),
    },
  ]
}
