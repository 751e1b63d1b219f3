import { describe, expect, test } from 'vitest'
import { answersFromClaim, assembleClaim } from '#machines/claim/assemble.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { missingItems } from '#machines/rules/missing.ts'
import { getPersonClaim, isPersonId, PERSON_IDS, PERSON_NAMES, type PersonId } from './people.server.ts'

const TODAY = '2026-11-23'

/** Every text in a claim, with its key. */
function texts(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([inner, each]) => texts(each, Array.isArray(value) ? key : inner))
    : []
}

/** Patterns by key. A value that matches the pattern of its key is plainly invented. */
const INVENTED: Readonly<Record<string, RegExp>> = {
  phone: /^555-01\d\d$/,
  email: /@example\.org$/,
  city: /^(Example|Sample) /,
  street: /Example|Sample|^P\.O\. Box \d$/,
  zip: /^0000\d$/,
  lastName: /^(Ejemplo|Muestra|Prueba)$/,
  places: /Example|Sample|state line/,
  agency: /^Example/,
  number: /^EX-/,
}

describe.each(PERSON_IDS)('the invented person "%s"', id => {
  test('has a claim that can be read, and is plainly invented', () => {
    const facts = texts(getPersonClaim(id, TODAY))
    expect(facts.length).toBeGreaterThan(2)
    for (const [key, text] of facts) if (INVENTED[key]) expect(text, key).toMatch(INVENTED[key])
  })

  test('has the name from the list, if the claim has a name already', () => {
    const { firstName, lastName } = getPersonClaim(id, TODAY).victim ?? {}
    if (firstName) expect(`${firstName} ${lastName}`).toBe(PERSON_NAMES[id])
    expect(PERSON_NAMES[id]).toMatch(/Ejemplo|Muestra|Prueba/)
  })
})

describe('the invented people', () => {
  const replay = (id: PersonId) => replayClaim(answersFromClaim(getPersonClaim(id, TODAY)), TODAY)

  test('are at the questions that the list names', () => {
    expect(replay('just-begun').position).toBe('dates')
    expect(replay('half-way').position).toBe('other-losses')
    expect(replay('ready-to-print').position).toBe('review')
    expect(missingItems(assembleClaim(answersFromClaim(getPersonClaim('ready-to-print', TODAY)), TODAY))).toEqual([])
    expect(replay('late-filing')).toMatchObject({ position: 'preferred-language', setAside: ['employer-size'] })
    expect(filingDeadline(getPersonClaim('late-filing', TODAY), TODAY).status).toBe('late-filing')
  })

  test('are found only by their ids', () => {
    expect(isPersonId('half-way')).toBe(true)
    expect(isPersonId('constructor')).toBe(false)
    expect(isPersonId(null)).toBe(false)
  })
})
