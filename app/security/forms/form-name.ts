import { LIST_LENGTH } from '#machines/answers/claim-file.ts'

/** Longest name of a field, in characters: twice the longest of ours, with the id of a row in it. */
const LONGEST_NAME = 120
/** Most names on the way to a field: one more than `work__periods.0.from-year` or `representative.address.city` can grow to. */
const DEEPEST_NAME = 5
/** Most entries that are read of one list: twice as many as a list may have. */
export const MOST_ENTRIES = 2 * LIST_LENGTH

/** Whether a name is within what a page could send: not too long, not too deep, no entry of a list beyond those that are read. */
export function isNameWithin(name: string): boolean {
  if (name.length > LONGEST_NAME) return false
  const [, ...places] = name.split('.')
  return places.length < DEEPEST_NAME && places.every(place => !(parseInt(place) >= MOST_ENTRIES))
}

/**
 * Whether a name is made as ours are, and means nothing by itself to the objects that it may become a key of, or to the library
 * that reads the check's forms: one that begins with `__` is an order to it, and a broken order an error.
 */
export const isPlainName = (name: string): boolean =>
  /^[\w.:-]*$/.test(name) && name.split('.').every(place => !place.startsWith('__') && !(place in {}))
