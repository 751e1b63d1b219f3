import { randomUUID } from 'node:crypto'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Actor, Role } from '#machines/casework/permissions.ts'
import type { Entry } from '#machines/claim/answers.ts'
import { entryEvent, stepClaim } from '#machines/claim/replay.ts'
import {
  createInSession,
  createReadInSession,
  keptUntil,
  note,
  openContent,
  openSuggestion,
  recordFor,
  refreshCases,
  sealSuggestion,
  suggestedPart,
  writtenColumns,
} from '#app/data/drafts/index.server.ts'
import type { CaseResult, OnCase, OpenCaseRow } from './on-case.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { DraftKeys, DraftPart } from '#app/keys/draft-keys.server.ts'
import type { Suggestion } from '../generated/sqlite/client.ts'

/** Another answer that a member suggests. */
export interface SuggestionView {
  readonly id: string
  readonly page: QuestionId
  readonly entry: Entry
  readonly memberId: string
  /** Role of the suggesting member. */
  readonly role: Role
  readonly createdAt: Date
  /** Whether the survivor took it; `null` while it waits. */
  readonly taken: boolean | null
}

/**
 * `changed`: the claim was saved after the page was shown. `gone`: the suggestion was decided or deleted, or the session has ended.
 * `unfit`: the claim no longer asks this.
 */
type SuggestionResult = 'done' | 'changed' | 'gone' | 'unfit'

export interface Suggestions {
  /** Suggests answers in place of the survivor's own words. */
  readonly make: (
    actor: Actor,
    number: number,
    entries: readonly { readonly page: QuestionId; readonly entry: Entry }[],
  ) => Promise<CaseResult<null>>
  /** The suggestions that wait for the survivor; `null` where the session has ended. */
  readonly waiting: (session: string | null) => Promise<readonly SuggestionView[] | null>
  /**
   * Takes a suggestion as the answer, or declines it.
   * @param revision of the claim as the survivor saw it. Taking is refused where the claim was saved since, because the survivor saw
   * another answer beside the suggestion
   */
  readonly decide: (session: string | null, id: string, take: boolean, revision: number) => Promise<SuggestionResult>
}

const viewOf = (keys: DraftKeys, row: Suggestion): SuggestionView => ({
  id: row.id,
  ...openSuggestion(keys, row),
  memberId: row.memberId,
  createdAt: row.createdAt,
  taken: row.taken,
})

/** The suggestions in a case, newest first. */
export async function suggestionsOf(
  { suggestion }: Transaction,
  { row, grant: { keys } }: Pick<OpenCaseRow, 'row' | 'grant'>,
): Promise<readonly SuggestionView[]> {
  const rows = await suggestion.findMany({ where: { caseId: row.id }, orderBy: { createdAt: 'desc' } })
  return rows.filter(({ part }) => keys.parts[part as DraftPart]).map(each => viewOf(keys, each))
}

export function createSuggestions(context: CaseworkContext, onCase: OnCase): Suggestions {
  const inSession = createInSession(context, context.now)
  const readInSession = createReadInSession(context, context.now)
  const today = () => dayInLosAngeles(new Date(context.now()))

  return {
    make: (actor, number, entries) =>
      onCase.claim(actor, 'edit:case', number, 'suggestion.made', async ({ suggestion }, { row, grant: { keys } }) => {
        for (const { page, entry } of entries) {
          const [id, part] = [randomUUID(), suggestedPart(page)]
          const content = sealSuggestion(keys, id, part, { page, entry, role: actor.role })
          await suggestion.create({
            data: {
              id,
              draftId: keys.draftId,
              caseId: row.id,
              memberId: actor.memberId,
              part,
              content,
              createdAt: new Date(context.now()),
            },
            select: { id: true },
          })
        }
        return null
      }),

    waiting: session =>
      readInSession(session, async ({ suggestion }, { row, keys }) => {
        const rows = await suggestion.findMany({ where: { draftId: row.id, decidedAt: null }, orderBy: { createdAt: 'asc' } })
        return rows.map(each => viewOf(keys, each))
      }),

    async decide(session, id, take, revision) {
      const decided = await inSession(session, async (transaction, { row, keys }): Promise<SuggestionResult> => {
        const found = await transaction.suggestion.findUnique({ where: { id, draftId: row.id, decidedAt: null } })
        if (!found) return 'gone'
        if (take && row.revision !== revision) return 'changed'
        const { page, entry } = openSuggestion(keys, found)
        if (take) {
          const content = openContent(keys, row)
          const step = stepClaim(content.answers, today(), page, entryEvent(entry))
          if (!step.accepted) return 'unfit'
          const columns = writtenColumns(keys, row, { answers: step.answers }, 'taken')
          await transaction.draft.update({
            where: { id: row.id, revision: row.revision },
            data: {
              ...columns,
              revision: row.revision + 1,
              updatedAt: new Date(context.now()),
              deleteAfter: keptUntil(row, { ...content, answers: step.answers }, context.now()),
            },
            select: { id: true },
          })
          await note(transaction, row.id, 'draft.saved', context.now())
        }
        await transaction.suggestion.update({
          where: { id },
          data: { decidedAt: new Date(context.now()), taken: take },
          select: { id: true },
        })
        const of = found.caseId === null ? null : await transaction.case.findUnique({ where: { id: found.caseId } })
        if (of) await recordFor(context, transaction, of.organizationId, 'survivor', 'suggestion.decided', of.id)
        if (take) await refreshCases(context, transaction, row)
        return 'done'
      })
      return decided ?? 'gone'
    },
  }
}
