import type { Telling } from '../answers.ts'
import { bilingual } from '../bilingual.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Sheet } from '../sheet.ts'
import { endorsementLetters, recordsLetters } from './kept-letters-other.ts'
import { confirmationLetters, reportLetters } from './kept-letters-police.ts'

/** The letters for this claim in which the person asks offices for proof, in English with the person's language beneath. */
export function proofLetters(telling: KeptTelling): Sheet[] {
  const letters = (told: Telling) => [reportLetters, confirmationLetters, recordsLetters, endorsementLetters].flatMap(make => make(told))
  const own = letters(telling)
  return letters(telling.english).map((letter, index) => bilingual(letter, own[index] ?? letter))
}
