import { pathOf, type ClaimVisit } from '#app/features/claim/visit.server.ts'
import { getQuestion, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { ClaimPosition } from '#machines/claim/machine.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { ruleGroups, type PanelLine, type PanelView } from './panel-view.server.ts'

/** Name of a state in the statechart of the claim. */
const stateOf = (position: ClaimPosition) => (position === 'review' ? position : `${getQuestion(position).section}.${position}`)

/** The panel beside a page of the claim: the state of its statechart, and the rules that fired for the open draft. */
export function claimPanel({ draft, speech, today }: ClaimVisit, pathname: string): PanelView {
  const { t, language } = speech
  const { position, setAside } = replayClaim(draft.answers, today)
  const progress = claimProgress(draft.answers, today)
  const pages = progress.flatMap(({ questions }) => questions)
  const seen = QUESTIONS.find(({ id }) => pathOf(id) === pathname)?.id
  const section = position === 'review' ? undefined : getQuestion(position).section
  const named = (label: string, code: string): PanelLine => ({ label: t(`training:panel.${label}`), code })
  const titled = (ids: readonly QuestionId[]): PanelLine[] =>
    ids.map(id => ({ code: id, text: t(`claim:questions.${id}.title`), source: rulesOf(id) }))
  const rulesOf = (id: QuestionId) =>
    getQuestion(id)
      .appliesWhen.map(rule => t('training:panel.when', { rule }))
      .join('. ')
  const orNone = (lines: readonly PanelLine[]) => (lines.length > 0 ? lines : [{ text: t('training:panel.none') }])
  const notAsked = pages.filter(({ id, applies }) => !applies && !setAside.includes(id)).map(({ id }) => id)
  return {
    title: t('training:panel.title'),
    groups: [
      {
        title: t('training:panel.state'),
        lines: [
          ...(seen ? [named('seen', stateOf(seen))] : []),
          named('waits', stateOf(position)),
          ...(section ? [{ label: t('training:panel.section'), text: t(`claim:sections.${section}`) }] : []),
        ],
      },
      {
        title: t('training:panel.apply'),
        lines: [
          {
            code: pages
              .filter(({ applies }) => applies)
              .map(({ id }) => id)
              .join(', '),
          },
        ],
      },
      { title: t('training:panel.setAside'), lines: orNone(titled(setAside)) },
      { title: t('training:panel.notAsked'), lines: orNone(titled(notAsked)) },
      ...ruleGroups(assembleClaim(draft.answers, today), { t, language, today }),
    ],
  }
}
