import {
  addressAnswer,
  choiceAnswer,
  dateAnswer,
  homeAnswer,
  letterLanguage,
  nameAnswer,
  row,
  textAnswer,
  yesNoAnswer,
  type Telling,
} from '../answers.ts'
import { rowsByHand } from './rows-by-hand.ts'
import type { Row } from '../sheet.ts'
import { hasOwnClaimant, signerOf } from '../signers.ts'

const isAnswered = (entry: Row) => entry.paths.length > 0
const nobody = { words: undefined, paths: [] }

/** Section 1: the person who asks for help. */
export function claimantRows(telling: Telling): Row[] {
  const { claim, t } = telling
  const own = hasOwnClaimant(claim)
  const filer = row(telling, 'filer', choiceAnswer(telling, claim.filer, 'filer', 'filer'), 'filer')
  // Every filer except a family member asks for help for the victim.
  const capacity = claim.filer === undefined ? nobody : { words: t('terms:capacity.victim'), paths: [] }
  return own
    ? [...ownClaimantRows(telling), lettersRow(telling), filer]
    : [...victimNameRows(telling), row(telling, 'capacity', capacity, 'filer'), ...contactRows(telling), lettersRow(telling), filer]
}

function ownClaimantRows(telling: Telling): Row[] {
  const { claimant } = telling.claim
  return [
    ...rowsByHand(telling, 'claimant-details', {
      name: nameAnswer(claimant, 'claimant'),
      birthDate: dateAnswer(telling, claimant?.birthDate, 'claimant.birthDate'),
    }),
    row(telling, 'capacity', choiceAnswer(telling, claimant?.capacity, 'claimant.capacity', 'capacity'), 'claimant-role'),
    row(telling, 'relationship', textAnswer(claimant?.relationship, 'claimant.relationship'), 'claimant-role'),
    ...rowsByHand(telling, 'claimant-details', {
      mailingAddress: addressAnswer(claimant?.mailingAddress, 'claimant.mailingAddress'),
      phone: textAnswer(claimant?.phone, 'claimant.phone'),
    }),
  ]
}

function lettersRow(telling: Telling): Row {
  const typed = telling.claim.victim?.preferredLanguage
  const { paths } = textAnswer(typed, 'victim.preferredLanguage')
  return row(telling, 'preferredLanguage', { words: letterLanguage(typed, telling), paths }, 'preferred-language')
}

function victimNameRows(telling: Telling): Row[] {
  const { victim } = telling.claim
  const facts = {
    name: nameAnswer(victim, 'victim'),
    otherNames: textAnswer(victim?.otherNames, 'victim.otherNames'),
    birthDate: dateAnswer(telling, victim?.birthDate, 'victim.birthDate'),
  }
  return rowsByHand(telling, 'names', facts, ['otherNames'])
}

/**
 * A person in Safe at Home gives the substitute address instead of the residence; state agencies must accept it. Where no residence is given,
 * a missing mailing address becomes a line.
 */
function contactRows(telling: Telling): Row[] {
  const { victim } = telling.claim
  const residence =
    victim?.safeAtHome === true
      ? { words: telling.t('packet:value.safeAtHomeResidence'), paths: [] }
      : homeAnswer(telling, victim?.residenceAddress, 'victim.residenceAddress')
  const mailing = { mailingAddress: addressAnswer(victim?.mailingAddress, 'victim.mailingAddress') }
  const calls = {
    phone: textAnswer(victim?.phone, 'victim.phone'),
    safeTimes: textAnswer(victim?.safeTimes, 'victim.safeTimes'),
    messagesSafe: yesNoAnswer(telling, victim?.messagesSafe, 'victim.messagesSafe'),
    email: textAnswer(victim?.email, 'victim.email'),
  }
  return [
    ...rowsByHand(telling, 'residence-address', { residenceAddress: residence }),
    ...(victim?.safeAtHome === true || victim?.residenceAddress === null
      ? rowsByHand(telling, 'mailing-address', mailing)
      : [row(telling, 'mailingAddress', mailing.mailingAddress, 'mailing-address')]),
    row(telling, 'safeAtHome', yesNoAnswer(telling, victim?.safeAtHome, 'victim.safeAtHome'), 'safe-at-home'),
    ...rowsByHand(telling, 'contact', calls, ['safeTimes', 'messagesSafe', 'email']),
  ]
}

/** Section 2: the victim. When a family member is the claimant, only the contact details that were answered stand here. */
export function victimRows(telling: Telling): Row[] {
  const { claim, t } = telling
  const died = row(telling, 'died', yesNoAnswer(telling, claim.victim?.died, 'victim.died'), 'victim-death')
  const deathDate = row(telling, 'deathDate', dateAnswer(telling, claim.victim?.deathDate, 'victim.deathDate'), 'victim-death')
  if (hasOwnClaimant(claim)) {
    const [name, ...rest] = victimNameRows(telling)
    const death = claim.victim?.died === true ? [died, deathDate] : [died, ...[deathDate].filter(isAnswered)]
    return [...(name ? [name] : []), ...rest.filter(isAnswered), ...death, ...contactRows(telling).filter(isAnswered)]
  }
  if (claim.filer === undefined) return [row(telling, 'name', nobody, 'filer')]
  return [{ label: t('packet:field.name'), value: t('packet:value.sameAsClaimant'), paths: [] }, ...[died, deathDate].filter(isAnswered)]
}

/** Section 3: the person who signs for a claimant who cannot sign, and by what right. */
export function signerRows(telling: Telling): Row[] {
  const { claim, t } = telling
  const { guardian } = claim
  const rows = [
    ...rowsByHand(telling, 'guardian-details', { name: nameAnswer(guardian, 'guardian') }),
    row(telling, 'authority', choiceAnswer(telling, guardian?.authority, 'guardian.authority', 'authority'), 'guardian-role'),
    ...rowsByHand(telling, 'guardian-details', { phone: textAnswer(guardian?.phone, 'guardian.phone') }),
  ]
  if (signerOf(claim) === 'guardian') {
    return [...rows, { label: t('packet:field.authorityPaper'), value: t('packet:value.authorityPaper'), paths: [] }]
  }
  const stated = rows.filter(isAnswered)
  if (stated.length > 0) return stated
  if (claim.filer === undefined) return [row(telling, 'name', nobody, 'filer')]
  return [{ label: t('packet:field.name'), value: t('packet:value.signsAlone'), paths: [] }]
}

/** Section 6: the representative. `null` in the claim file means that the claimant has none. */
export function representativeRows(telling: Telling): Row[] {
  const { representative } = telling.claim
  const path = 'representative'
  if (representative === null) return [row(telling, path, { words: telling.t('terms:none'), paths: [path] }, path)]
  if (representative === undefined) return [row(telling, path, nobody, path)]
  return [
    row(telling, 'name', textAnswer(representative.name, `${path}.name`), path),
    row(telling, 'representativeKind', choiceAnswer(telling, representative.kind, `${path}.kind`, 'representativeKind'), path),
    row(telling, 'organization', textAnswer(representative.organization, `${path}.organization`), path),
    row(telling, 'mailingAddress', addressAnswer(representative.address, `${path}.address`), path),
    row(telling, 'phone', textAnswer(representative.phone, `${path}.phone`), path),
    row(telling, 'email', textAnswer(representative.email, `${path}.email`), path),
  ]
}
