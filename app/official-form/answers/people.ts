import { AUTHORITIES, CAPACITIES, REPRESENTATIVE_KINDS, type ClaimFile } from '#machines/answers/claim-file.ts'
import { addressLines, letterLanguage } from '#app/packet/answers.ts'
import { claimantPath, fullName, hasOwnClaimant, type Names } from '#app/packet/signers.ts'
import type { AnswerKind, AnswerValue, FormAnswer, Subject } from './form-answer.ts'

type Victim = NonNullable<ClaimFile['victim']>
type Address = NonNullable<Victim['mailingAddress']>

const filled = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)
const joined = (parts: readonly (string | undefined)[], by: string) =>
  filled(
    parts
      .map(filled)
      .filter(part => part !== undefined)
      .join(by),
  )

function answer(subject: Subject, part: string, kind: AnswerKind, value: (claim: ClaimFile) => AnswerValue): FormAnswer {
  return { id: `${subject}.${part}`, subject, part, kind, value }
}

function nameAnswers(subject: Subject, of: (claim: ClaimFile) => Names | undefined): FormAnswer[] {
  const text = (part: string, value: (names: Names | undefined) => string | undefined) =>
    answer(subject, part, 'text', claim => filled(value(of(claim))))
  return [
    text('firstName', names => names?.firstName),
    text('middleName', names => names?.middleName),
    // The first code point, so that a character outside the basic plane stays whole.
    text('middleInitial', names => Array.from(names?.middleName?.trim() ?? '')[0]),
    text('lastName', names => names?.lastName),
    text('fullName', fullName),
    text('lastFirstMiddle', names => joined([names?.lastName, joined([names?.firstName, names?.middleName], ' ')], ', ')),
  ]
}

function addressAnswers(subject: Subject, prefix: string, of: (claim: ClaimFile) => Address | undefined): FormAnswer[] {
  const text = (part: string, value: (address: Address | undefined) => string | undefined) =>
    answer(subject, `${prefix}${part}`, 'text', claim => filled(value(of(claim))))
  return [
    text('Street', address => address?.street),
    text('Unit', address => address?.unit),
    text('StreetAndUnit', address => joined([address?.street, address?.unit], ', ')),
    text('City', address => address?.city),
    text('State', address => address?.state),
    text('Zip', address => address?.zip),
    text('CityStateZip', address => joined([address?.city, joined([address?.state, address?.zip], ' ')], ', ')),
    text('Address', address => addressLines(address).join(', ')),
  ]
}

/** The victim's home, except for a person in Safe at Home, whose home must not be printed. */
const residence = (claim: ClaimFile) => (claim.victim?.safeAtHome === true ? undefined : (claim.victim?.residenceAddress ?? undefined))
/** The victim, when they are the claimant. For a family member who is the claimant, the claim holds fewer answers. */
const ownVictim = (claim: ClaimFile) => (hasOwnClaimant(claim) ? undefined : claim.victim)

/** Answers about the people of a claim. The applicant is the person who asks for help, mostly the victim. */
export const PEOPLE_ANSWERS: readonly FormAnswer[] = [
  ...nameAnswers('applicant', claim => claim[claimantPath(claim)]),
  answer('applicant', 'otherNames', 'text', claim => filled(ownVictim(claim)?.otherNames)),
  answer('applicant', 'birthDate', 'date', claim => claim[claimantPath(claim)]?.birthDate),
  answer('applicant', 'phone', 'phone', claim => filled(claim[claimantPath(claim)]?.phone)),
  answer('applicant', 'email', 'text', claim => filled(ownVictim(claim)?.email)),
  answer('applicant', 'safeTimes', 'text', claim => filled(ownVictim(claim)?.safeTimes)),
  answer('applicant', 'preferredLanguage', 'text', claim => letterLanguage(claim.victim?.preferredLanguage, { language: 'en' })),
  answer('applicant', 'relationship', 'text', claim => (hasOwnClaimant(claim) ? filled(claim.claimant?.relationship) : undefined)),
  {
    ...answer('applicant', 'capacity', 'choice', claim => (hasOwnClaimant(claim) ? claim.claimant?.capacity : claim.filer && 'victim')),
    choices: { values: CAPACITIES, terms: 'capacity' },
  },
  ...addressAnswers('applicant', 'mailing', claim => claim[claimantPath(claim)]?.mailingAddress),
  ...addressAnswers('applicant', 'residence', claim => (hasOwnClaimant(claim) ? undefined : residence(claim))),

  ...nameAnswers('victim', claim => claim.victim),
  answer('victim', 'otherNames', 'text', claim => filled(claim.victim?.otherNames)),
  answer('victim', 'birthDate', 'date', claim => claim.victim?.birthDate),
  answer('victim', 'phone', 'phone', claim => filled(claim.victim?.phone)),
  answer('victim', 'email', 'text', claim => filled(claim.victim?.email)),
  ...addressAnswers('victim', 'mailing', claim => claim.victim?.mailingAddress),
  ...addressAnswers('victim', 'residence', residence),
  answer('victim', 'safeAtHome', 'yes-no', claim => claim.victim?.safeAtHome),
  answer('victim', 'died', 'yes-no', claim => claim.victim?.died),
  answer('victim', 'deathDate', 'date', claim => claim.victim?.deathDate),

  ...nameAnswers('guardian', claim => claim.guardian),
  answer('guardian', 'phone', 'phone', claim => filled(claim.guardian?.phone)),
  {
    ...answer('guardian', 'authority', 'choice', claim => claim.guardian?.authority),
    choices: { values: AUTHORITIES, terms: 'authority' },
  },

  answer('representative', 'fullName', 'text', claim => filled(claim.representative?.name)),
  answer('representative', 'organization', 'text', claim => filled(claim.representative?.organization)),
  answer('representative', 'phone', 'phone', claim => filled(claim.representative?.phone)),
  answer('representative', 'email', 'text', claim => filled(claim.representative?.email)),
  {
    ...answer('representative', 'kind', 'choice', claim => claim.representative?.kind),
    choices: { values: REPRESENTATIVE_KINDS, terms: 'representativeKind' },
  },
  ...addressAnswers('representative', 'office', claim => claim.representative?.address),
]
