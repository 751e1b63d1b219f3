import { z } from 'zod'
import { dayNumber, firstDayOf, isDay, isPartialDate, lastDayOf, type Day, type PartialDate } from '#machines/calendar/day.ts'
import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { LANGUAGE_CODES } from './language-codes.ts'

/**
 * The claim file: every answer of one claim in one document. All parts may be absent, which means
 * "not answered"; an empty list, or `null` for the representative, means "none". Messages are keys
 * of `locales/<lng>/errors.json`, never sentences, because zod's locale is global to the process.
 */

/** Version of the claim file that this program reads and writes. */
export const CLAIM_FILE_VERSION = 1

const NAME_LENGTH = 200
const NOTE_LENGTH = 2_000
const STORY_LENGTH = 40_000
/** Most entries of one list. */
export const LIST_LENGTH = 50

const shortText = z.string('errors:text').trim().max(NAME_LENGTH, 'errors:tooLong')
const noteText = z.string('errors:text').trim().max(NOTE_LENGTH, 'errors:tooLong')
const yesNo = z.boolean('errors:yesNo')
const listOf = <T extends z.ZodType>(item: T) => z.array(item, 'errors:list').max(LIST_LENGTH, 'errors:tooMany')
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'errors:choice')
const cents = z.int('errors:cents').min(0, 'errors:cents')

/** A date as precisely as the person remembers it: a day, a month or a year. */
const partialDate = z.string('errors:date').refine(isPartialDate, 'errors:date')

const fullDay = z.string('errors:day').refine(isDay, 'errors:day')
const ongoing = z.literal('ongoing')
const dateOrOngoing = z.union([ongoing, partialDate], 'errors:dateOrOngoing')

/** Weekly hours: 0 to 168 with at most two decimals. */
const weeklyHours = z
  .number('errors:hours')
  .min(0, 'errors:hours')
  .max(168, 'errors:hours')
  .refine(hours => /^-?\d+(\.\d{1,2})?$/.test(String(hours)), 'errors:hoursDecimals')

const hoursRange = z
  .strictObject({ low: weeklyHours, high: weeklyHours }, 'errors:hours')
  .refine(range => range.low <= range.high, { error: 'errors:hoursLowAboveHigh', path: ['low'] })

/** What an amount of pay was paid for. */
export const PAY_PER = ['hour', 'day', 'week', 'two-weeks', 'month', 'piece'] as const

/** Wages as a rate: an amount in cents, and what it was for. `times` is the number of days or of pieces in a week. */
const payRate = z
  .strictObject(
    {
      amountCents: cents,
      per: oneOf(PAY_PER).optional(),
      times: z.number('errors:times').min(0, 'errors:times').max(100_000, 'errors:times').optional(),
    },
    'errors:object',
  )
  .refine(({ per, times = 0 }) => per !== 'day' || times <= 7, { error: 'errors:daysOfWeek', path: ['times'] })

const address = z.strictObject(
  {
    street: shortText.optional(),
    unit: shortText.optional(),
    city: shortText.optional(),
    state: shortText.optional(),
    zip: shortText.optional(),
  },
  'errors:address',
)

const report = z.strictObject({
  agency: shortText.optional(),
  number: shortText.optional(),
  date: partialDate.optional(),
})

/** Who is filling in the claim. */
export const FILERS = ['victim', 'parent-or-guardian', 'family-member', 'advocate', 'attorney'] as const
/** What the claimant is to the crime: 2 CCR 649.7(a)(2). */
export const CAPACITIES = ['victim', 'derivative-victim', 'paid-costs'] as const
/** By what right another person signs for a minor or incompetent claimant: Gov. Code 13952. */
export const AUTHORITIES = ['parent-with-custody', 'guardian', 'conservator', 'relative-caregiver'] as const
/** Whether a parent or guardian took part in the trafficking. */
export const TOOK_PART = ['no', 'another', 'self', 'unsure'] as const
export const CRIME_KINDS = ['labor', 'commercial-sex', 'forced-crime', 'unsure'] as const
export const EMPLOYER_SIZES = ['26+', '1-25', 'unknown'] as const
/** Kinds of loss that CalVCB's coverage pages name, except income loss from trafficking. */
export const LOSS_KINDS = [
  'medical',
  'dental',
  'mental-health',
  'relocation',
  'residential-security',
  'crime-scene-cleanup',
  'support-loss',
  'funeral-burial',
  'job-retraining',
  'home-modification',
  'vehicle-modification',
  'equipment',
  'service-animal',
  'child-care',
  'mileage',
  'other',
] as const
/** Other places that money for the same loss can come from. */
export const SOURCE_KINDS = [
  'restitution',
  'lawsuit',
  'wages',
  'health-insurance',
  'medi-cal',
  'disability-insurance',
  'workers-compensation',
  'employer-benefits',
  'vehicle-insurance',
  'home-insurance',
  'other',
] as const
export const SOURCE_STATES = ['received', 'expected', 'unsure'] as const
/** Circumstances that stop payment while they last, without ending the claim. */
export const PAYMENT_PAUSES = ['incarcerated', 'violent-felony-supervision', 'sex-offense-registration'] as const
export const REPRESENTATIVE_KINDS = ['attorney', 'county-advocate', 'organization-advocate', 'other'] as const
/**
 * Facts that the program may fill in on a caseworker's or a lawyer's statement, which they then check. It never fills in what only they
 * know.
 */
export const STATEMENT_FACTS = ['dates', 'hours', 'other-money'] as const
/** How a question was left without an answer. */
export const LEFT_OPEN = ['skipped', 'advocate'] as const

const person = {
  firstName: shortText.optional(),
  middleName: shortText.optional(),
  lastName: shortText.optional(),
}

/** The shape of the claim file; {@link claimFileSchema} adds the checks that span several answers. */
export const claimFileShape = z.strictObject(
  {
    version: z.literal(CLAIM_FILE_VERSION, 'errors:version').optional(),
    today: fullDay.optional(),
    language: oneOf(LANGUAGE_CODES).optional(),
    filer: oneOf(FILERS).optional(),
    /** The person who asks for help, where that is not the victim. */
    claimant: z
      .strictObject({
        capacity: oneOf(CAPACITIES).optional(),
        relationship: shortText.optional(),
        ...person,
        birthDate: partialDate.optional(),
        phone: shortText.optional(),
        mailingAddress: address.optional(),
      })
      .optional(),
    /** The person who signs for a child or for an adult who cannot sign. */
    guardian: z
      .strictObject({
        ...person,
        authority: oneOf(AUTHORITIES).optional(),
        phone: shortText.optional(),
        /** Whether a parent or guardian took part in the trafficking. */
        tookPart: oneOf(TOOK_PART).optional(),
      })
      .optional(),
    victim: z
      .strictObject({
        ...person,
        otherNames: shortText.optional(),
        birthDate: partialDate.optional(),
        phone: shortText.optional(),
        /** When it is safe to call, in the person's own words. */
        safeTimes: shortText.optional(),
        /** Whether a message may be left. */
        messagesSafe: yesNo.optional(),
        email: z.union([z.literal(''), z.email('errors:email')], 'errors:email').optional(),
        mailingAddress: address.optional(),
        /** `null`: the person has no fixed address. */
        residenceAddress: address.nullable().optional(),
        safeAtHome: yesNo.optional(),
        preferredLanguage: shortText.optional(),
        died: yesNo.optional(),
        deathDate: partialDate.optional(),
      })
      .optional(),
    crime: z
      .strictObject({
        kinds: listOf(oneOf(CRIME_KINDS)).optional(),
        inCalifornia: yesNo.optional(),
        californiaResident: yesNo.optional(),
        start: partialDate.optional(),
        end: dateOrOngoing.optional(),
        discovered: partialDate.optional(),
        places: listOf(shortText).optional(),
        circumstances: z.string('errors:text').max(STORY_LENGTH, 'errors:tooLong').optional(),
        reports: listOf(report).optional(),
      })
      .optional(),
    work: listOf(
      z.strictObject({
        from: partialDate.optional(),
        to: dateOrOngoing.optional(),
        hoursPerWeek: z.union([weeklyHours, hoursRange], { error: 'errors:hours' }).optional(),
        employerSize: oneOf(EMPLOYER_SIZES).optional(),
        kind: shortText.optional(),
        /** Wages in fact received for the whole period, in cents; they stand before what the rate makes. */
        paidCents: cents.optional(),
        pay: payRate.optional(),
      }),
    ).optional(),
    evidence: listOf(oneOf(CRIME_EVIDENCE_IDS)).optional(),
    incomeEvidence: listOf(oneOf(INCOME_EVIDENCE_IDS)).optional(),
    /** Facts that may be filled in on the statement forms of a caseworker and a lawyer; while this is unanswered, no fact is filled in. */
    statementFacts: listOf(oneOf(STATEMENT_FACTS)).optional(),
    otherSources: listOf(
      z.strictObject({
        kind: oneOf(SOURCE_KINDS),
        state: oneOf(SOURCE_STATES).optional(),
        amountCents: cents.optional(),
        detail: noteText.optional(),
      }),
    ).optional(),
    otherLosses: listOf(z.strictObject({ kind: oneOf(LOSS_KINDS), amountCents: cents.optional(), detail: noteText.optional() })).optional(),
    emergency: z.strictObject({ requested: yesNo.optional(), reason: noteText.optional() }).optional(),
    paymentPauses: listOf(oneOf(PAYMENT_PAUSES)).optional(),
    /** Facts that CalVCB's late-filing form asks for. */
    lateFiling: z
      .strictObject({
        testified: yesNo.optional(),
        testifiedDetail: noteText.optional(),
        paroleOrRelease: yesNo.optional(),
        paroleOrReleaseDetail: noteText.optional(),
        reason: noteText.optional(),
      })
      .optional(),
    representative: z
      .strictObject({
        kind: oneOf(REPRESENTATIVE_KINDS).optional(),
        name: shortText.optional(),
        organization: shortText.optional(),
        phone: shortText.optional(),
        email: z.union([z.literal(''), z.email('errors:email')], 'errors:email').optional(),
        address: address.optional(),
      })
      .nullable()
      .optional(),
    /** Whether the calculation sheet goes into the mailed part. */
    calculationSheet: yesNo.optional(),
    /** Questions (by id) that the person skipped or left to an advocate. */
    leftOpen: z.record(z.string(), oneOf(LEFT_OPEN)).optional(),
  },
  'errors:object',
)

/** One claim as read from a file or put together from the answers. */
export type ClaimFile = z.infer<typeof claimFileShape>
/** One period of work of a claim. */
export type WorkPeriod = NonNullable<ClaimFile['work']>[number]

/** Whether the latest day that `end` (a date or "ongoing") can mean comes before the earliest day that `start` can mean. */
export function endsBeforeStart(start: PartialDate | undefined, end: PartialDate | undefined): boolean {
  if (start === undefined || end === undefined || end === 'ongoing') return false
  return dayNumber(lastDayOf(end)) < dayNumber(firstDayOf(start))
}

/** Tells where an answer does not fit another one or today's date, and with which error key. */
type Refuse = (path: (string | number)[], message: string) => void

/** The checks that span several answers or need today's date; the shape must already hold. */
export function checkAcross(file: ClaimFile, now: Day, refuse: Refuse): void {
  for (const who of ['victim', 'claimant'] as const) {
    const birthDate = file[who]?.birthDate
    if (birthDate !== undefined && firstDayOf(birthDate) > now) refuse([who, 'birthDate'], 'errors:birthDateFuture')
  }
  if (endsBeforeStart(file.crime?.start, file.crime?.end)) refuse(['crime', 'end'], 'errors:endBeforeStart')
  file.work?.forEach((period, index) => {
    if (endsBeforeStart(period.from, period.to)) refuse(['work', index, 'to'], 'errors:endBeforeStart')
  })
}

/**
 * The schema of a claim file with the checks that span several answers.
 * `today` is used where the file names no day of its own.
 */
function claimFileSchema(today: Day) {
  return claimFileShape.superRefine((file, context) => {
    checkAcross(file, file.today ?? today, (path, message) => context.addIssue({ code: 'custom', path, message }))
  })
}

/** JSON Schema (draft 2020-12) of the claim file, for people who write one with another program. */
export function claimFileJsonSchema(): object {
  return z.toJSONSchema(claimFileShape, { io: 'input' })
}

/** One thing that is wrong with a claim file: where it is, and its error key. */
export interface ClaimFileProblem {
  /** Dotted path, for example `work.0.hoursPerWeek`; empty for the file as a whole. */
  readonly path: string
  /** Key in `locales/<lng>/errors.json`, with its namespace: `errors:date`. */
  readonly key: string
}

/** A claim file that was read, or everything that is wrong with it. */
export type ParsedClaimFile =
  | { readonly ok: true; readonly claim: ClaimFile; readonly today: Day }
  | { readonly ok: false; readonly problems: readonly ClaimFileProblem[] }

/**
 * Reads a claim file that has already been parsed as JSON.
 * @param input anything; unknown keys, wrong types and impossible dates are refused
 * @param today the day to use when the file names none, `YYYY-MM-DD`
 */
export function parseClaimFile(input: unknown, today: Day): ParsedClaimFile {
  const result = claimFileSchema(today).safeParse(input)
  if (result.success) return { ok: true, claim: result.data, today: result.data.today ?? today }
  return { ok: false, problems: result.error.issues.flatMap(toProblems) }
}

/** Turns one zod issue into problems: one for each unknown key, otherwise one at the deepest place. */
export function toProblems(issue: z.core.$ZodIssue): ClaimFileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ path: [...issue.path, key].join('.'), key: 'errors:unknownKey' }))
  }
  if (issue.code === 'invalid_union') {
    // The branch that matched furthest says what is wrong: {low: 50, high: 40} is a range in the wrong order, not a bad number.
    const deeper = issue.errors.find(
      branch => branch.length > 0 && branch.every(inner => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
    )
    if (deeper) return deeper.flatMap(inner => toProblems({ ...inner, path: [...issue.path, ...inner.path] }))
    const precise = issue.errors.flat().find(inner => inner.path.length === 0 && inner.code === 'custom')
    if (precise) return [{ path: issue.path.join('.'), key: precise.message }]
  }
  return [{ path: issue.path.join('.'), key: issue.message.startsWith('errors:') ? issue.message : 'errors:unreadable' }]
}
