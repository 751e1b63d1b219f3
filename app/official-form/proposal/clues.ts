import type { Subject } from '../answers/form-answer.ts'
import type { BlankReason } from '../form-map.ts'

/** The person or matter that words are about; `other` is a person that the claim holds nothing about. */
export type SubjectClue = Subject | 'other'

const SUBJECT_CLUES: readonly (readonly [SubjectClue, RegExp])[] = [
  [
    'other',
    /\b(employer|suspect|offender|perpetrator|defendant|insurance|insurer|provider|doctor|landlord|spouse|petitioner|respondent|court|payer|dependents?|requester|child|children|minor)\b/,
  ],
  ['report', /\b(police|law enforcement|crime report|policia)\b/],
  ['representative', /\b(representative|attorney|atty|advocate|lawyer|representante|abogad[oa])\b/],
  ['guardian', /\b(parent|guardian|conservator|legally responsible|tutor)\b/],
  ['applicant', /\b(applicant|claimant|solicitante|reclamante)\b|\b(person|persona) (seeking|asking|applying|who has|que solicita)\b/],
  ['victim', /\b(victims?|victima)\b/],
  ['late', /\b(late filing|lateness|filing late)\b/],
  ['crime', /\b(crime|incident|trafficking|delito)\b/],
]

/** The subject that the words name first, or `null`. */
export function subjectIn(words: string): SubjectClue | null {
  const found = SUBJECT_CLUES.flatMap(([subject, clue]) => {
    const at = words.search(clue)
    return at < 0 ? [] : [{ subject, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.subject ?? null
}

/** Words that show what a field asks for: the part of an answer's id, and its subject when only one subject has that part. */
export interface PartClue {
  readonly clue: RegExp
  readonly part: string
  readonly subject?: Subject
  /** The words are so few that they may mean something else. */
  readonly weak?: boolean
}

/** The clues in the order in which they are tried; more exact words come first. */
export const PART_CLUES: readonly PartClue[] = [
  {
    clue: /\b(date|day) (of|the) (the )?(crime|incident|trafficking) (ended|stopped)\b|\bcrime end\b|\bend(ed)? (date|of crime)\b|\bdate ended\b|\btrafficking ended\b/,
    part: 'end',
    subject: 'crime',
  },
  {
    clue: /\b(date|fecha) (of|del?) (the )?(crime|incident|trafficking|delito)\b|\bcrime (start )?date\b|\bdate (crime|trafficking) (began|started)\b|\bwhen did (the crime|it) (happen|begin|start)\b/,
    part: 'start',
    subject: 'crime',
  },
  {
    clue: /\b(location|place|address|city|lugar) (of|del?|where) (the )?(crime|incident|delito)\b|\bcrime (location|place)\b|\bwhere did\b/,
    part: 'places',
    subject: 'crime',
  },
  {
    clue: /\b(circumstances|what happened|narrative|describe the crime|description of (the )?crime|brief description)\b/,
    part: 'circumstances',
    subject: 'crime',
  },
  { clue: /\b(crime |police |incident )?report (number|no|num)\b|\b(crime|police) case (number|no)\b/, part: 'number1', subject: 'report' },
  { clue: /\b(date (crime )?reported|report date|date of report)\b/, part: 'date1', subject: 'report' },
  {
    clue: /\b(police|law enforcement) (agency|department)\b|\bagency (name|reported to)\b|\breported to\b/,
    part: 'agency1',
    subject: 'report',
  },
  { clue: /\breason for (late|the delay)|\bwhy .*\blate\b/, part: 'reason', subject: 'late' },
  { clue: /\bemergency (reason|explain)|\b(explain|describe) .*\bemergency\b/, part: 'emergencyReason', subject: 'claim' },
  { clue: /\b(date of death|death date|fecha de muerte)\b/, part: 'deathDate', subject: 'victim' },
  { clue: /\b(birth ?date|date of birth|dob|birth (month|day|year)|fecha de nacimiento)\b/, part: 'birthDate' },
  { clue: /\b(other names?|alias(es)?|maiden name|also known as|aka|otros nombres)\b/, part: 'otherNames' },
  { clue: /\b(last (name )?first|last first (and )?middle)\b/, part: 'lastFirstMiddle' },
  {
    clue: /\bfirst (name )?(and |middle )+(initial |name )?(and )?last( name)?\b|\bfirst middle last\b|\bfull name\b|\bnombre completo\b/,
    part: 'fullName',
  },
  { clue: /\b(first name and (middle )?initial)\b/, part: 'firstName' },
  { clue: /\b(middle initial|m i|mi)\b/, part: 'middleInitial' },
  { clue: /\b(middle( name)?|segundo nombre)\b/, part: 'middleName' },
  { clue: /\b(last name|surname|family name|lname|lastname|apellidos?)\b/, part: 'lastName' },
  { clue: /\b(first name|given name|fname|firstname|nombre de pila)\b/, part: 'firstName' },
  { clue: /\b(firm|organi[sz]ation|company) name\b|\b(organi[sz]ation|firm)\b/, part: 'organization', subject: 'representative' },
  { clue: /\b(e ?mail|correo electronico)\b/, part: 'email' },
  { clue: /\b(tele)?phone\b|\b(cell|mobile|telefono)\b/, part: 'phone' },
  { clue: /\b(preferred |primary )?(language|idioma)\b/, part: 'preferredLanguage', subject: 'applicant' },
  { clue: /\b(relationship to|relationship)\b/, part: 'relationship', subject: 'applicant' },
  { clue: /\bcity (town )?(or (post office|town) )?(and |province )?(state|zip)\b/, part: 'CityStateZip' },
  { clue: /\b(zip|postal)( code)?\b|\bcodigo postal\b/, part: 'Zip' },
  { clue: /\b(apt|apartment|unit|suite)( number| no)?$|^(apt|apartment|unit|suite)\b/, part: 'Unit' },
  { clue: /\b(number|street)\b.*\b(street|apt|suite)\b|\bstreet( address)?\b|\bcalle\b/, part: 'StreetAndUnit' },
  { clue: /\bcity\b|\bciudad\b/, part: 'City' },
  { clue: /\bstate$|^state\b|\bestado\b/, part: 'State' },
  { clue: /\baddress\b|\bdireccion\b|\bdomicilio\b/, part: 'StreetAndUnit' },
  { clue: /\bname\b|\bnombre\b/, part: 'fullName', weak: true },
]

/** Words of fields that the claim has no answer for, or that only the office may fill in. */
const BLANK_CLUES: readonly (readonly [BlankReason, RegExp])[] = [
  ['official-use', /\b(office|official|staff|court|agency) use\b/],
  [
    'not-asked',
    /\b(social security|ssn|taxpayer|tin|ein|gender|sex|race|ethnicity|hispanic|disability status|bar (number|no)|fax|account number|business name)\b/,
  ],
]

/** Why a field with such words stays blank, or `null`. */
export const blankIn = (words: string): BlankReason | null => BLANK_CLUES.find(([, clue]) => clue.test(words))?.[0] ?? null

/** Words of questions that are answered with yes or no, each with the id of its answer. */
export const YES_NO_CLUES: readonly (readonly [RegExp, string])[] = [
  [/\bemergency\b/, 'claim.emergency'],
  [/\b(deceased|died|death)\b/, 'victim.died'],
  [/\btestif/, 'late.testified'],
  [/\b(parole|release of)\b/, 'late.paroleOrRelease'],
  [/\breported\b/, 'crime.reported'],
  [/\b(income|wages?|earnings) loss\b|\bloss of (income|wages|earnings)\b|\blost (income|wages)\b/, 'loss.income'],
  [/\bsafe at home\b/, 'victim.safeAtHome'],
  [/\b(crime|trafficking|it) (happen(ed)?|occur(red)?|take place|took place) (in|within) california\b/, 'crime.inCalifornia'],
  [/\b(have|has) an? (attorney|lawyer|representative|advocate)\b/, 'claim.hasRepresentative'],
]
