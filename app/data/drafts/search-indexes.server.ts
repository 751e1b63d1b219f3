import type { CaseSummary } from '#machines/casework/case-summary.ts'
import { partsOf, phoneDigits, soughtParts, soundOf, wholeName, wordsOf } from '#machines/casework/search-words.ts'
import { blindIndexFor, type CaseAbout } from './blind-index.server.ts'
import type { OrganizationKey } from '#app/data/organizations/index.server.ts'

/** Most words of a case that get blind indexes. More would tell much about how long its names are, and find little. */
const MOST_WORDS = 12
const AREA_DIGITS = 3
const LAST_DIGITS = 4

/** All blind indexes of a case: those by which a search finds it, and those that it shares with cases it may have to do with. */
export function searchIndexes(key: OrganizationKey, summary: CaseSummary | null, about: CaseAbout): string[] {
  const names = [...new Set((summary?.names ?? []).flatMap(wordsOf))].slice(0, MOST_WORDS)
  const label = wordsOf(about.label).slice(0, MOST_WORDS)
  return [
    ...new Set([
      ...[...names, ...label].flatMap(partsOf).map(part => blindIndexFor(key, 'word', part)),
      ...names.flatMap(name => soundIndexes(key, name)),
      ...(summary?.phones ?? [])
        .map(phoneDigits)
        .flatMap(phone => [blindIndexFor(key, 'area', phone.slice(0, AREA_DIGITS)), blindIndexFor(key, 'last', phone.slice(-LAST_DIGITS))]),
      ...meetingIndexes(key, summary, about).map(({ own }) => own),
    ]),
  ]
}

function soundIndexes(key: OrganizationKey, word: string): string[] {
  const sound = soundOf(word)
  return sound === null ? [] : [blindIndexFor(key, 'sound', sound)]
}

/** The blind indexes of cases that fit one typed word. Such a case has one blind index of each group. */
export const wordGroups = (key: OrganizationKey, typed: string): string[][] =>
  soughtParts(typed).map(group => group.map(part => blindIndexFor(key, 'word', part)))

/** The blind indexes of cases that fit another spelling of the typed word, which is found by its sound. */
export function alikeGroups(key: OrganizationKey, typed: string): string[][] {
  const sounds = soundIndexes(key, typed)
  const words = wordGroups(key, typed)
  return sounds.length === 0 ? words : [[...words.flat(), ...sounds]]
}

/** Marks of cases with a telephone number that begins or ends with these digits; none where they are too few. */
export function phoneIndexes(key: OrganizationKey, typed: string): string[] {
  const digits = phoneDigits(typed)
  return [
    ...(digits.length >= AREA_DIGITS ? [blindIndexFor(key, 'area', digits.slice(0, AREA_DIGITS))] : []),
    ...(digits.length >= LAST_DIGITS ? [blindIndexFor(key, 'last', digits.slice(-LAST_DIGITS))] : []),
  ]
}

/** Whether the typed digits are of this telephone number. */
export function isOfPhone(typed: string, phone: string): boolean {
  const [digits, whole] = [phoneDigits(typed), phoneDigits(phone)]
  return digits.length >= AREA_DIGITS && (whole.startsWith(digits) || (digits.length >= LAST_DIGITS && whole.endsWith(digits)))
}

/** A blind index of a case, and that of another case that may be the same person's or conflict with it. */
export interface Meeting {
  readonly kind: 'conflict' | 'same-person' | 'same-phone'
  readonly own: string
  readonly other: string
}

/** Whether a name can be matched: too many people share a short name of one word. */
const isTelling = (name: string) => name.includes(' ') || name.length > LAST_DIGITS

/** The blind indexes by which a case meets others. */
export function meetingIndexes(
  key: OrganizationKey,
  summary: Pick<CaseSummary, 'names' | 'phones' | 'birthDate'> | null,
  { otherSide }: Pick<CaseAbout, 'otherSide'>,
): Meeting[] {
  const both = (kind: Meeting['kind'], mark: string): Meeting => ({ kind, own: mark, other: mark })
  const parties = [...new Set((summary?.names ?? []).map(wholeName))].filter(isTelling)
  const against = [...new Set(otherSide.map(wholeName))].filter(isTelling)
  const [first] = parties
  return [
    ...(first !== undefined && summary?.birthDate
      ? [both('same-person', blindIndexFor(key, 'person', `${first} ${summary.birthDate}`))]
      : []),
    ...(summary?.phones ?? []).map(phoneDigits).map(phone => both('same-phone', blindIndexFor(key, 'phone', phone))),
    ...parties.map((name): Meeting => ({
      kind: 'conflict',
      own: blindIndexFor(key, 'party', name),
      other: blindIndexFor(key, 'against', name),
    })),
    ...against.map((name): Meeting => ({
      kind: 'conflict',
      own: blindIndexFor(key, 'against', name),
      other: blindIndexFor(key, 'party', name),
    })),
  ]
}
