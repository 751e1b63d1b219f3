import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import halfWay from './people/half-way.json' with { type: 'json' }
import justBegun from './people/just-begun.json' with { type: 'json' }
import lateFiling from './people/late-filing.json' with { type: 'json' }
import readyToPrint from './people/ready-to-print.json' with { type: 'json' }

/** Claim files of invented people, by how far they have come; `locales/<lng>/training.json` describes each person. */
const FILES: Readonly<Record<PersonId, unknown>> = {
  'just-begun': justBegun,
  'half-way': halfWay,
  'ready-to-print': readyToPrint,
  'late-filing': lateFiling,
}

export const PERSON_IDS = ['just-begun', 'half-way', 'ready-to-print', 'late-filing'] as const
export type PersonId = (typeof PERSON_IDS)[number]

/** Names for the list. They stand here because the person who has just begun has not reached the question about names. */
export const PERSON_NAMES: Readonly<Record<PersonId, string>> = {
  'just-begun': 'Nora Prueba',
  'half-way': 'Luz Muestra',
  'ready-to-print': 'Rosa Ejemplo',
  'late-filing': 'Sol Prueba',
}

export const isPersonId = (text: unknown): text is PersonId => PERSON_IDS.some(id => id === text)

/**
 * The claim of an invented person, as far as they have come.
 * @throws Error if the file no longer fits the claim's schema, which is a fault of ours
 */
export function getPersonClaim(id: PersonId, today: Day): ClaimFile {
  const parsed = parseClaimFile(FILES[id], today)
  if (!parsed.ok) throw new Error(`people/${id}.json: ${parsed.problems.map(({ path, key }) => `${path} ${key}`).join(', ')}`)
  return parsed.claim
}
