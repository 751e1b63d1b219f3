import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Role } from '#machines/casework/permissions.ts'
import type { Entry } from '#machines/claim/answers.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { requirePartKey, type DraftKeys, type DraftPart } from '#app/keys/draft-keys.server.ts'
import { STORY_PAGE } from './draft-seals.server.ts'
import type { Suggestion } from '../generated/sqlite/client.ts'
import { findOpened, seal, type Sealed } from '#app/keys/seal.server.ts'

/** The content that a suggestion's row holds sealed. */
export interface Suggested {
  readonly page: QuestionId
  readonly entry: Entry
  readonly role: Role
}

/** The part of the draft whose key seals a suggestion for this page. */
export const suggestedPart = (page: QuestionId): DraftPart => (page === STORY_PAGE ? 'story' : 'answers')
const place = (id: string, { draftId, keyId }: DraftKeys) => `Suggestion:${id}:content:${draftId}:${keyId}`

/** Seals a suggestion for its row and draft. */
export const sealSuggestion = (keys: DraftKeys, id: string, part: DraftPart, suggested: Suggested): Sealed =>
  new Uint8Array(seal(requirePartKey(keys, part), place(id, keys), JSON.stringify(suggested)))

/** @throws Error where the bytes were changed or moved */
export function openSuggestion(keys: DraftKeys, { id, part, content }: Pick<Suggestion, 'id' | 'part' | 'content'>): Suggested {
  const text = findOpened(requirePartKey(keys, part as DraftPart), place(id, keys), content)
  if (text === null) throw new Error('a suggestion does not open with its key')
  return JSON.parse(text) as Suggested
}

/** Seals suggestions under the new keys of their draft. */
export async function rekeySuggestions({ suggestion }: Transaction, old: DraftKeys, fresh: DraftKeys): Promise<void> {
  const rows = await suggestion.findMany({ where: { draftId: fresh.draftId } })
  for (const row of rows)
    await suggestion.update({
      where: { id: row.id },
      data: { content: sealSuggestion(fresh, row.id, row.part as DraftPart, openSuggestion(old, row)) },
      select: { id: true },
    })
}
