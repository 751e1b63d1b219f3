import { useTranslation } from '#app/components/use-translation.ts'
import type { SectionView } from './sections-view.server.ts'

const RING = 'M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z'
const HOLE = 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z'
const TICK = 'M8.6 14.2 4.9 10.5 6.3 9.1 8.6 11.4 13.8 6.2 15.2 7.6Z'
const LOWER_HALF = 'M3 10h14a7 7 0 0 1-14 0Z'

/** The mark of each state, told apart by shape: a full disk with a tick, a ring with one, a half disk, a ring. */
const SHAPES: Readonly<Record<SectionView['state'], string>> = {
  complete: RING + TICK,
  'left-open': RING + HOLE + TICK,
  'in-progress': RING + HOLE + LOWER_HALF,
  'not-started': RING + HOLE,
}

/** How far a section is, as a mark. Words beside it say the same. */
export function SectionMark({ state }: { readonly state: SectionView['state'] }) {
  return (
    <svg className="section-mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d={SHAPES[state]} />
    </svg>
  )
}

/** How far the whole claim is, as a row of marks with the section of this page underlined. Who does not see it hears each section's name and state. */
export function SectionMarks({ sections }: { readonly sections: readonly SectionView[] }) {
  const { t } = useTranslation()
  if (sections.length === 0) return null
  return (
    <ol className="section-marks" aria-label={t('flow:question.toTasks')}>
      {sections.map(({ id, title, state, told, isNow }) => (
        <li key={id} aria-current={isNow ? 'step' : undefined}>
          <SectionMark state={state} />
          <span className="sr-only">
            {title}: {told}
          </span>
        </li>
      ))}
    </ol>
  )
}
