import { choiceAnswer, dateAnswer, homeAnswer, letterLanguage, textAnswer, yesNoAnswer, type Answer } from '../answers.ts'
import type { Row } from '../sheet.ts'
import { hasOwnClaimant } from '../signers.ts'
import { addressRows, copyRow, nameRows, type CopyTelling } from './kept-copy-row.ts'

/** Section 1: the person who asks for help. */
export function copiedClaimant(copying: CopyTelling): Row[] {
  const { claim } = copying.english
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  return hasOwnClaimant(claim)
    ? [...ownClaimant(copying), ...letters(copying), ...row('filer', choiceAnswer(copying.english, claim.filer, 'filer', 'filer'))]
    : [
        ...person(copying),
        ...contact(copying),
        ...letters(copying),
        ...row('filer', choiceAnswer(copying.english, claim.filer, 'filer', 'filer')),
      ]
}

function ownClaimant(copying: CopyTelling): Row[] {
  const { english } = copying
  const { claimant } = english.claim
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  return [
    ...nameRows(copying, claimant, 'claimant'),
    ...row('birthDate', dateAnswer(english, claimant?.birthDate, 'claimant.birthDate')),
    ...row('capacity', choiceAnswer(english, claimant?.capacity, 'claimant.capacity', 'capacity')),
    ...row('relationship', textAnswer(claimant?.relationship, 'claimant.relationship')),
    ...addressRows(copying, 'mail', claimant?.mailingAddress, 'claimant.mailingAddress'),
    ...row('phone', textAnswer(claimant?.phone, 'claimant.phone')),
  ]
}

function letters(copying: CopyTelling): Row[] {
  const typed = copying.english.claim.victim?.preferredLanguage
  const { paths } = textAnswer(typed, 'victim.preferredLanguage')
  return copyRow(copying, 'packet:field.preferredLanguage', { words: letterLanguage(typed, copying.english), paths })
}

function person(copying: CopyTelling): Row[] {
  const { victim } = copying.english.claim
  return [
    ...nameRows(copying, victim, 'victim'),
    ...copyRow(copying, 'packet:field.otherNames', textAnswer(victim?.otherNames, 'victim.otherNames')),
    ...copyRow(copying, 'packet:field.birthDate', dateAnswer(copying.english, victim?.birthDate, 'victim.birthDate')),
  ]
}

/** A person in Safe at Home copies the substitute address; the page never shows the real one. */
function contact(copying: CopyTelling): Row[] {
  const { english } = copying
  const { victim } = english.claim
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  const home =
    victim?.safeAtHome === true
      ? row('residenceAddress', { words: english.t('packet:value.safeAtHomeResidence'), paths: [] })
      : victim?.residenceAddress === null
        ? row('residenceAddress', homeAnswer(english, null, 'victim.residenceAddress'))
        : addressRows(copying, 'home', victim?.residenceAddress, 'victim.residenceAddress')
  return [
    ...home,
    ...addressRows(copying, 'mail', victim?.mailingAddress, 'victim.mailingAddress'),
    ...row('safeAtHome', yesNoAnswer(english, victim?.safeAtHome, 'victim.safeAtHome')),
    ...row('phone', textAnswer(victim?.phone, 'victim.phone')),
    ...row('safeTimes', textAnswer(victim?.safeTimes, 'victim.safeTimes')),
    ...row('messagesSafe', yesNoAnswer(english, victim?.messagesSafe, 'victim.messagesSafe')),
    ...row('email', textAnswer(victim?.email, 'victim.email')),
  ]
}

/** Section 2: the victim, when the person in section 1 is someone else. */
export function copiedVictim(copying: CopyTelling): Row[] {
  const { english } = copying
  const { claim, t } = english
  const died = copyRow(copying, 'packet:field.died', yesNoAnswer(english, claim.victim?.died, 'victim.died'))
  const day = copyRow(copying, 'packet:field.deathDate', dateAnswer(english, claim.victim?.deathDate, 'victim.deathDate'))
  if (hasOwnClaimant(claim)) return [...person(copying), ...died, ...day, ...contact(copying)]
  if (claim.filer === undefined) return [...died, ...day]
  return [...copyRow(copying, 'packet:field.name', { words: t('packet:value.sameAsClaimant'), paths: [] }), ...died, ...day]
}

/** Section 3: the person who signs for a claimant who cannot sign. */
export function copiedSigner(copying: CopyTelling): Row[] {
  const { english } = copying
  const { guardian } = english.claim
  return [
    ...nameRows(copying, guardian, 'guardian'),
    ...copyRow(copying, 'packet:field.authority', choiceAnswer(english, guardian?.authority, 'guardian.authority', 'authority')),
    ...copyRow(copying, 'packet:field.phone', textAnswer(guardian?.phone, 'guardian.phone')),
  ]
}

/** Section 6: the representative. `null` in the claim file means that the claimant has none. */
export function copiedRepresentative(copying: CopyTelling): Row[] {
  const { english } = copying
  const { representative } = english.claim
  const row = (field: string, answer: Answer) => copyRow(copying, `packet:field.${field}`, answer)
  if (representative === undefined) return []
  if (representative === null) return row('representative', { words: english.t('terms:none'), paths: ['representative'] })
  return [
    ...row('name', textAnswer(representative.name, 'representative.name')),
    ...row('representativeKind', choiceAnswer(english, representative.kind, 'representative.kind', 'representativeKind')),
    ...row('organization', textAnswer(representative.organization, 'representative.organization')),
    ...addressRows(copying, 'helper', representative.address, 'representative.address'),
    ...row('phone', textAnswer(representative.phone, 'representative.phone')),
    ...row('email', textAnswer(representative.email, 'representative.email')),
  ]
}
