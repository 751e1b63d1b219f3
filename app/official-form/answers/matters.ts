import { CRIME_KINDS, FILERS, LOSS_KINDS, SOURCE_KINDS, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { AnswerKind, AnswerValue, FormAnswer, Subject } from './form-answer.ts'

/** The numbers of the reports and places that a form can ask for one by one. */
const NUMBERED = [1, 2, 3] as const

function answer(subject: Subject, part: string, kind: AnswerKind, value: (claim: ClaimFile) => AnswerValue): FormAnswer {
  return { id: `${subject}.${part}`, subject, part, kind, value }
}
const filled = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

/** Answers about the crime, the losses and the claim itself. */
export const MATTER_ANSWERS: readonly FormAnswer[] = [
  { ...answer('crime', 'kinds', 'choices', claim => claim.crime?.kinds), choices: { values: CRIME_KINDS, terms: 'kind' } },
  answer('crime', 'start', 'date', claim => claim.crime?.start),
  answer('crime', 'end', 'date', claim => claim.crime?.end),
  answer('crime', 'discovered', 'date', claim => claim.crime?.discovered),
  answer('crime', 'places', 'text', claim =>
    filled(
      claim.crime?.places
        ?.map(place => place.trim())
        .filter(Boolean)
        .join('; '),
    ),
  ),
  ...NUMBERED.map(number => answer('crime', `place${number}`, 'text', claim => filled(claim.crime?.places?.[number - 1]))),
  answer('crime', 'circumstances', 'text', claim => filled(claim.crime?.circumstances)),
  answer('crime', 'inCalifornia', 'yes-no', claim => claim.crime?.inCalifornia),
  answer('crime', 'reported', 'yes-no', claim => claim.crime?.reports && claim.crime.reports.length > 0),
  ...NUMBERED.flatMap(number => {
    const report = (claim: ClaimFile) => claim.crime?.reports?.[number - 1]
    return [
      answer('report', `agency${number}`, 'text', claim => filled(report(claim)?.agency)),
      answer('report', `number${number}`, 'text', claim => filled(report(claim)?.number)),
      answer('report', `date${number}`, 'date', claim => report(claim)?.date),
    ]
  }),

  answer('loss', 'income', 'yes-no', claim => claim.work && claim.work.length > 0),
  {
    ...answer('loss', 'kinds', 'choices', claim => claim.otherLosses?.map(loss => loss.kind)),
    choices: { values: LOSS_KINDS, terms: 'loss' },
  },
  {
    ...answer('loss', 'sources', 'choices', claim => claim.otherSources?.map(source => source.kind)),
    choices: { values: SOURCE_KINDS, terms: 'source' },
  },

  { ...answer('claim', 'filer', 'choice', claim => claim.filer), choices: { values: FILERS, terms: 'filer' } },
  answer('claim', 'emergency', 'yes-no', claim => claim.emergency?.requested),
  answer('claim', 'emergencyReason', 'text', claim => filled(claim.emergency?.reason)),
  answer('claim', 'hasRepresentative', 'yes-no', claim => (claim.representative === undefined ? undefined : claim.representative !== null)),

  answer('late', 'testified', 'yes-no', claim => claim.lateFiling?.testified),
  answer('late', 'testifiedDetail', 'text', claim => filled(claim.lateFiling?.testifiedDetail)),
  answer('late', 'paroleOrRelease', 'yes-no', claim => claim.lateFiling?.paroleOrRelease),
  answer('late', 'paroleOrReleaseDetail', 'text', claim => filled(claim.lateFiling?.paroleOrReleaseDetail)),
  answer('late', 'reason', 'text', claim => filled(claim.lateFiling?.reason)),
]
