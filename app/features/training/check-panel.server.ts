import { pathOf, type CheckVisit } from '#app/features/check/visit.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { claimOfCheck } from '#machines/eligibility/answers.ts'
import type { CheckPosition } from '#machines/eligibility/machine.ts'
import { CHECK_QUESTIONS } from '#machines/eligibility/questions/index.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { ruleGroups, type PanelLine, type PanelView } from './panel-view.server.ts'

/** The panel beside a page of the check: the state of its statechart, and the rules that fired for the answers in this browser. */
export function checkPanel({ answers, replay, today }: CheckVisit, language: LanguageCode, pathname: string): PanelView {
  const t = getTranslate(language)
  const claim = claimOfCheck(answers, today)
  const stateOf = (position: CheckPosition) => (position === 'result' ? `result.${eligibility(claim, today).outcome}` : position)
  const seen = CHECK_QUESTIONS.find(({ id }) => pathOf(id) === pathname)?.id
  const named = (label: string, code: string): PanelLine => ({ label: t(`training:panel.${label}`), code })
  // A question with a condition counts as asked once the replay has reached it.
  const conditional = CHECK_QUESTIONS.filter(({ id, appliesWhen }) => appliesWhen.length > 0 && !replay.reachable.includes(id))
  return {
    title: t('training:panel.title'),
    groups: [
      { title: t('training:panel.state'), lines: [...(seen ? [named('seen', seen)] : []), named('waits', stateOf(replay.position))] },
      {
        title: t('training:panel.apply'),
        lines: [
          {
            code: CHECK_QUESTIONS.filter(question => !conditional.includes(question))
              .map(({ id }) => id)
              .join(', '),
          },
        ],
      },
      {
        title: t('training:panel.notAsked'),
        lines:
          conditional.length === 0
            ? [{ text: t('training:panel.none') }]
            : conditional.map(({ id, appliesWhen }) => ({
                code: id,
                source: appliesWhen.map(rule => t('training:panel.when', { rule })).join('. '),
              })),
      },
      ...ruleGroups(claim, { t, language, today }),
    ],
  }
}
