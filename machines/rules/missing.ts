import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { CitationId } from '#machines/law/citations.ts'

/** Every item that {@link missingItems} can name, in the order of the application. */
export const MISSING_ITEMS = [
  'filer',
  'claimant-name',
  'claimant-address',
  'residence-address',
  'safe-at-home-address',
  'birth-date',
  'phone',
  'capacity',
  'victim-name',
  'guardian-name',
  'guardian-authority',
  'guardian-paper',
  'crime-nature',
  'crime-start',
  'crime-end',
  'crime-place',
  'crime-circumstances',
  'work',
  'work-from',
  'work-to',
  'work-hours',
  'losses',
  'other-sources',
] as const

export type MissingItemId = (typeof MISSING_ITEMS)[number]

/** One thing that a complete application still lacks. */
export interface MissingItem {
  readonly item: MissingItemId
  /** Where the answer belongs in the claim file, for example `work.0.hoursPerWeek`. */
  readonly path: string
  readonly citation: CitationId
}

/** Whether a text was not answered, or holds nothing but blanks. */
const blank = (text: string | undefined) => text === undefined || text.trim() === ''

type Address = NonNullable<ClaimFile['victim']>['residenceAddress']

/** Whether a letter can be sent to an address. */
const isComplete = (address: Address) => !blank(address?.street) && !blank(address?.city) && !blank(address?.zip)

/** Whether a person has a name. Some people have a single name, so one of the two is enough. */
const hasName = (person: { firstName?: string | undefined; lastName?: string | undefined } | undefined) =>
  !blank(person?.firstName) || !blank(person?.lastName)

/**
 * What a complete application still lacks: 2 CCR § 649.7(a) as far as it was read, and the facts of an income-loss statement (dates, weekly
 * hours, other reimbursement). The current form itself was not found, so CalVCB may ask for more. "None" (an empty list) is an answer; a
 * skipped question is not. A parent or guardian is always reminded of the paper that shows the right to sign, since a claim file cannot
 * hold it.
 */
export function missingItems(claim: ClaimFile): MissingItem[] {
  return [...personItems(claim), ...signerItems(claim), ...crimeItems(claim), ...workItems(claim), ...moneyItems(claim)]
}

const when = (missing: boolean, item: MissingItemId, path: string, citation: CitationId): MissingItem[] =>
  missing ? [{ item, path, citation }] : []

/** What is missing of the person who asks for help: the victim, unless a family member asks in their own name. */
function personItems(claim: ClaimFile): MissingItem[] {
  const { victim, claimant } = claim
  const filer = when(claim.filer === undefined, 'filer', 'filer', '2-ccr-649.7')
  if (claim.filer === 'family-member') {
    return [
      ...when(!hasName(claimant), 'claimant-name', 'claimant.firstName', '2-ccr-649.7'),
      ...when(!isComplete(claimant?.mailingAddress), 'claimant-address', 'claimant.mailingAddress', '2-ccr-649.7'),
      ...when(claimant?.birthDate === undefined, 'birth-date', 'claimant.birthDate', '2-ccr-649.7'),
      ...when(blank(claimant?.phone), 'phone', 'claimant.phone', '2-ccr-649.7'),
      ...when(claimant?.capacity === undefined, 'capacity', 'claimant.capacity', '2-ccr-649.7'),
      ...when(!hasName(victim), 'victim-name', 'victim.firstName', '1800victims-application'),
    ]
  }
  return [
    ...filer,
    ...when(!hasName(victim), 'claimant-name', 'victim.firstName', '2-ccr-649.7'),
    ...residenceItems(victim),
    ...when(victim?.birthDate === undefined, 'birth-date', 'victim.birthDate', '2-ccr-649.7'),
    ...when(blank(victim?.phone), 'phone', 'victim.phone', '2-ccr-649.7'),
  ]
}

/**
 * State agencies must accept the substitute address of Safe at Home in place of the residence. Who has no fixed address gives the address of
 * somebody who takes their letters.
 */
function residenceItems(victim: ClaimFile['victim']): MissingItem[] {
  if (isComplete(victim?.residenceAddress)) return []
  if (victim?.safeAtHome !== true && victim?.residenceAddress === null)
    return when(!isComplete(victim.mailingAddress), 'claimant-address', 'victim.mailingAddress', '2-ccr-649.7')
  if (victim?.safeAtHome !== true) return when(true, 'residence-address', 'victim.residenceAddress', '2-ccr-649.7')
  return when(!isComplete(victim.mailingAddress), 'safe-at-home-address', 'victim.mailingAddress', 'safe-at-home')
}

function signerItems({ filer, guardian }: ClaimFile): MissingItem[] {
  if (filer !== 'parent-or-guardian') return []
  return [
    ...when(!hasName(guardian), 'guardian-name', 'guardian.firstName', '2-ccr-649.7'),
    ...when(guardian?.authority === undefined, 'guardian-authority', 'guardian.authority', '2-ccr-649.7'),
    ...when(true, 'guardian-paper', 'guardian.authority', '2-ccr-649.7'),
  ]
}

/** Date, nature, place and circumstances; the dates are also the first fact of an income-loss statement. */
function crimeItems({ crime }: ClaimFile): MissingItem[] {
  return [
    ...when((crime?.kinds ?? []).length === 0, 'crime-nature', 'crime.kinds', '2-ccr-649.7'),
    ...when(crime?.start === undefined, 'crime-start', 'crime.start', '2-ccr-649.7'),
    ...when(crime?.end === undefined, 'crime-end', 'crime.end', '2-ccr-649.7'),
    ...when((crime?.places ?? []).every(blank), 'crime-place', 'crime.places', '2-ccr-649.7'),
    ...when(blank(crime?.circumstances), 'crime-circumstances', 'crime.circumstances', '2-ccr-649.7'),
  ]
}

function workItems({ work }: ClaimFile): MissingItem[] {
  if (work === undefined) return when(true, 'work', 'work', 'sji-how-to-apply')
  return work.flatMap((period, index) => [
    ...when(period.from === undefined, 'work-from', `work.${index}.from`, 'sji-how-to-apply'),
    ...when(period.to === undefined, 'work-to', `work.${index}.to`, 'sji-how-to-apply'),
    ...when(period.hoursPerWeek === undefined, 'work-hours', `work.${index}.hoursPerWeek`, 'sji-how-to-apply'),
  ])
}

function moneyItems({ otherLosses, otherSources, work }: ClaimFile): MissingItem[] {
  const losses = otherLosses !== undefined || (work !== undefined && work.length > 0)
  return [
    ...when(!losses, 'losses', 'otherLosses', '2-ccr-649.7'),
    ...when(otherSources === undefined, 'other-sources', 'otherSources', 'sji-how-to-apply'),
  ]
}
