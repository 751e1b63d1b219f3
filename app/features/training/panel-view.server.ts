import { formatDate, formatMoney } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { ASSUMPTIONS } from '#machines/law/assumptions.ts'
import { CITATIONS, type CitationId } from '#machines/law/citations.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { incomeLoss } from '#machines/rules/income-loss.ts'
import { missingItems } from '#machines/rules/missing.ts'
import type { Reason } from '#machines/rules/reason.ts'

/** One line: a label, a name from the program's code, a sentence, and its source. */
export interface PanelLine {
  readonly label?: string
  readonly code?: string
  readonly text?: string
  readonly source?: string
}

export interface PanelGroup {
  readonly title: string
  readonly lines: readonly PanelLine[]
}

/** The panel that a trainer sees beside a page, as ready sentences. */
export interface PanelView {
  readonly title: string
  readonly groups: readonly PanelGroup[]
}

/** The language of the panel, and the day for which its rules are applied. */
export interface PanelSpeech {
  readonly t: Translate
  readonly language: LanguageCode
  readonly today: Day
}

/** Every rule that fired for a claim, each with its source. */
export function ruleGroups(claim: ClaimFile, { t, language, today }: PanelSpeech): PanelGroup[] {
  const source = (id: CitationId) => t('common:citation.label', { text: CITATIONS[id].text })
  const line = ({ code, effect, citation, params }: Reason): PanelLine => ({
    code: `${code} (${effect})`,
    text: t(`rules:reason.${code}`, params),
    source: source(citation),
  })
  const found = eligibility(claim, today)
  const deadline = filingDeadline(claim, today)
  const loss = incomeLoss(claim.work, today)
  const assumptions = [...new Set([...found.assumptions, ...deadline.assumptions, ...loss.assumptions])]
  const missing = missingItems(claim)
  const group = (key: string, lines: readonly PanelLine[]): PanelGroup => ({ title: t(`training:panel.${key}`), lines })
  return [
    group('outcome', [
      { code: found.outcome, text: t(`rules:outcome.${found.outcome}.title`) },
      ...[...found.reasons, ...found.notes].map(line),
    ]),
    group('deadline', [
      {
        code: deadline.status,
        text: deadline.date
          ? t('training:panel.lastDay', { date: formatDate(deadline.date, language) })
          : t(`rules:deadline.status.${deadline.status}`),
      },
      ...deadline.reasons.map(line),
    ]),
    group('loss', [
      { text: t('training:panel.amount', { low: formatMoney(loss.lowCents, language), high: formatMoney(loss.highCents, language) }) },
      ...loss.reasons.map(line),
    ]),
    group(
      'assumptions',
      assumptions.map(id => ({ code: id, text: t(`rules:assumption.${id}`), source: source(ASSUMPTIONS[id]) })),
    ),
    group(
      'missing',
      missing.length === 0
        ? [{ text: t('training:panel.none') }]
        : missing.map(({ item, path, citation }) => ({ code: path, text: t(`rules:missing.${item}`), source: source(citation) })),
    ),
  ]
}
