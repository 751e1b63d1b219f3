import { randomUUID } from 'node:crypto'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, CaseRow, OnCase } from './on-case.server.ts'
import { type Cell, type CaseworkContext, openCell, sealCell } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'

/** Longest comment, in characters. */
export const LONGEST_COMMENT = 2_000

/** A reviewer's comment on one page of the answers. */
export interface CaseCommentView {
  readonly id: string
  readonly page: QuestionId
  readonly words: string
  /** The member who wrote the comment; they may have left since. */
  readonly memberId: string
  readonly createdAt: Date
  readonly resolvedAt: Date | null
}

/** Comments of a review. They belong to the organization, are never part of the claim, and are never printed. */
export interface CaseComments {
  readonly add: (actor: Actor, number: number, comment: { readonly page: QuestionId; readonly words: string }) => Promise<CaseResult<null>>
  /** Marks a comment as resolved, or as open again; returns false where the case has no such comment. */
  readonly setResolved: (actor: Actor, number: number, id: string, resolved: boolean) => Promise<CaseResult<boolean>>
}

const contentCell = (row: string, caseId: string): Cell => ({ table: 'CaseComment', row, column: `content:${caseId}` })

/** The comments of a case in the order in which they were written. */
export async function commentsOf({ caseComment }: Transaction, { row, key }: CaseRow): Promise<readonly CaseCommentView[]> {
  const comments = await caseComment.findMany({ where: { caseId: row.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return comments.map(({ id, content, memberId, createdAt, resolvedAt }) => ({
    id,
    ...(JSON.parse(openCell(key, contentCell(id, row.id), content)) as Pick<CaseCommentView, 'page' | 'words'>),
    memberId,
    createdAt,
    resolvedAt,
  }))
}

export function createCaseComments(context: CaseworkContext, onCase: OnCase): CaseComments {
  return {
    add: (actor, number, { page, words }) =>
      onCase.row(actor, 'give:review', number, 'comment.written', async ({ caseComment }, { row, key }) => {
        const id = randomUUID()
        const content = sealCell(key, contentCell(id, row.id), JSON.stringify({ page, words }))
        await caseComment.create({
          data: { id, caseId: row.id, memberId: actor.memberId, content, createdAt: new Date(context.now()) },
          select: { id: true },
        })
        return null
      }),

    setResolved: (actor, number, id, resolved) =>
      onCase.row(actor, 'ask:review', number, 'comment.resolved', async ({ caseComment }, { row }) => {
        const { count } = await caseComment.updateMany({
          where: { id, caseId: row.id },
          data: { resolvedAt: resolved ? new Date(context.now()) : null },
        })
        return count === 1
      }),
  }
}
