import { LIST_LENGTH } from '#machines/answers/claim-file.ts'

/** Longest name of a field, in characters: twice the longest of ours, with the id of a row in it. */
const LONGEST_NAME = 120
/** Most parts of a dotted name: one more than `work__periods.0.from-year` or `representative.address.city` can grow to. */
const DEEPEST_NAME = 5
/** Most entries that are read of one list: twice as many as a list may have. */
export const MOST_ENTRIES = 2 * LIST_LENGTH

/** Whether a page of ours could have sent a name: it is not too long and not too deep, and it names no entry beyond those that are read. */
export function isNameWithin(name: string): boolean {
  if (name.length > LONGEST_NAME) return false
  const [, ...places] = name.split('.')
  return places.length < DEEPEST_NAME && places.every(place => !(parseInt(place) >= MOST_ENTRIES))
}

/**
 * Whether a name is made as ours are, so that it has no meaning of its own to an object that it becomes a key of. Names that begin with
 * `__` are refused, too, because no page sends one.
 */
export const isPlainName = (name: string): boolean =>
  /^[\w.:-]*$/.test(name) && name.split('.').every(place => !place.startsWith('__') && !(place in {}))
