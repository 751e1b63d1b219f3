import type { Translate } from '#app/i18n/translator.ts'
import type { SectionId } from '#machines/answers/sections.ts'
import type { SectionProgress } from '#machines/claim/progress.ts'

/** One section of the claim, as pages show it. */
export interface SectionView {
  readonly id: SectionId
  readonly title: string
  /** `left-open` has no page to go, and one or more that were left open on purpose. */
  readonly state: SectionProgress['state'] | 'left-open'
  /** The state in words. */
  readonly told: string
  /** Whether the page that is open belongs to it. */
  readonly isNow: boolean
}

/** The sections of which any page applies, in the order in which they are asked. */
export const sectionsView = (progress: readonly SectionProgress[], t: Translate, now?: SectionId): SectionView[] =>
  progress.filter(({ applies }) => applies).map(section => sectionView(section, t, now))

function sectionView({ id, state, questions }: SectionProgress, t: Translate, now?: SectionId): SectionView {
  const count = (what: SectionProgress['questions'][number]['state']) =>
    questions.filter(({ applies, state }) => applies && state === what).length
  const leftOpen = count('left-open')
  const shown = state === 'complete' && leftOpen > 0 ? 'left-open' : state
  return {
    id,
    title: t(`claim:sections.${id}`),
    state: shown,
    told: t(`flow:tasks.state.${shown}`, { count: shown === 'left-open' ? leftOpen : count('unanswered') }),
    isNow: id === now,
  }
}
