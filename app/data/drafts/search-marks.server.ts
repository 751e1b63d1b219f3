import type { CaseSummary } from '#machines/casework/case-summary.ts'
import { partsOf, phoneDigits, soughtParts, soundOf, wholeName, wordsOf } from '#machines/casework/search-words.ts'
import { markFor, type CaseAbout } from './case-marks.server.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

/** Most words of a case that get marks. More marks would tell much about how long its names are, and find little. */
const MOST_WORDS = 12
const AREA_DIGITS = 3
const LAST_DIGITS = 4

/** All marks of a case: those by which a search finds it, and those that it shares with cases it may have to do with. */
export function searchMarks(key: OrganizationKey, summary: CaseSummary | null, about: CaseAbout): string[] {
  const names = [...new Set((summary?.names ?? []).flatMap(wordsOf))].slice(0, MOST_WORDS)
  const label = wordsOf(about.label).slice(0, MOST_WORDS)
  return [
    ...new Set([
      ...[...names, ...label].flatMap(partsOf).map(part => markFor(key, 'word', part)),
      ...names.flatMap(name => soundMarks(key, name)),
      ...(summary?.phones ?? [])
        .map(phoneDigits)
        .flatMap(phone => [markFor(key, 'area', phone.slice(0, AREA_DIGITS)), markFor(key, 'last', phone.slice(-LAST_DIGITS))]),
      ...meetingMarks(key, summary, about).map(({ own }) => own),
    ]),
  ]
}

function soundMarks(key: OrganizationKey, word: string): string[] {
  const sound = soundOf(word)
  return sound === null ? [] : [markFor(key, 'sound', sound)]
}

/** The marks of cases that fit one typed word. Such a case has one mark of each group. */
export const wordGroups = (key: OrganizationKey, typed: string): string[][] =>
  soughtParts(typed).map(group => group.map(part => markFor(key, 'word', part)))

/** The marks of cases that fit another spelling of the typed word, which is found by its sound. */
export function alikeGroups(key: OrganizationKey, typed: string): string[][] {
  const sounds = soundMarks(key, typed)
  const words = wordGroups(key, typed)
  return sounds.length === 0 ? words : [[...words.flat(), ...sounds]]
}

/** Marks of cases with a telephone number that begins or ends with these digits; none where they are too few. */
export function phoneMarks(key: OrganizationKey, typed: string): string[] {
  const digits = phoneDigits(typed)
  return [
    ...(digits.length >= AREA_DIGITS ? [markFor(key, 'area', digits.slice(0, AREA_DIGITS))] : []),
    ...(digits.length >= LAST_DIGITS ? [markFor(key, 'last', digits.slice(-LAST_DIGITS))] : []),
  ]
}

/** Whether the typed digits are of this telephone number. */
export function isOfPhone(typed: string, phone: string): boolean {
  const [digits, whole] = [phoneDigits(typed), phoneDigits(phone)]
  return digits.length >= AREA_DIGITS && (whole.startsWith(digits) || (digits.length >= LAST_DIGITS && whole.endsWith(digits)))
}

/** A mark of a case, and the mark of another case that may be the same person's or conflict with it. */
export interface Meeting {
  readonly kind: 'conflict' | 'same-person' | 'same-phone'
  readonly own: string
  readonly other: string
}

/** Whether a name can be matched: too many people share a short name of one word. */
const isTelling = (name: string) => name.includes(' ') || name.length > LAST_DIGITS

/** The marks by which a case meets others. */
export function meetingMarks(
  key: OrganizationKey,
  summary: Pick<CaseSummary, 'names' | 'phones' | 'birthDate'> | null,
  { otherSide }: Pick<CaseAbout, 'otherSide'>,
): Meeting[] {
  const both = (kind: Meeting['kind'], mark: string): Meeting => ({ kind, own: mark, other: mark })
  const parties = [...new Set((summary?.names ?? []).map(wholeName))].filter(isTelling)
  const against = [...new Set(otherSide.map(wholeName))].filter(isTelling)
  const [first] = parties
  return [
    ...(first !== undefined && summary?.birthDate ? [both('same-person', markFor(key, 'person', `${first} ${summary.birthDate}`))] : []),
    ...(summary?.phones ?? []).map(phoneDigits).map(phone => both('same-phone', markFor(key, 'phone', phone))),
    ...parties.map((name): Meeting => ({ kind: 'conflict', own: markFor(key, 'party', name), other: markFor(key, 'against', name) })),
    ...against.map((name): Meeting => ({ kind: 'conflict', own: markFor(key, 'against', name), other: markFor(key, 'party', name) })),
  ]
}
