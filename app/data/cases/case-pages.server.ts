import { may, type Actor } from '#machines/casework/permissions.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { commentsOf, type CaseCommentView } from './case-comments.server.ts'
import { type ListedExhibit, listedExhibits, openGrant } from '#app/data/drafts/index.server.ts'
import { targetOf, type CaseResult, type CaseRow, type OnCase } from './on-case.server.ts'
import { notesOf, type CaseNoteView } from './case-notes.server.ts'
import { noteSeen, othersWith } from './case-presence.server.ts'
import { headOf, openCaseOf, type CaseHead, type OpenCase } from './cases.server.ts'
import { type CaseworkContext, memberNames } from '#app/data/organizations/index.server.ts'
import { suggestionsOf, type SuggestionView } from './suggestions.server.ts'

/** Names by their ids of the members whom the page shows. Members who left are not among them. */
interface Named {
  readonly names: ReadonlyMap<string, string>
}

interface OverviewData extends OpenCase, Named {
  /** `null` where the survivor did not share the papers, or the member may not see them. */
  readonly papers: readonly ListedExhibit[] | null
}

interface LifecycleData extends OpenCase, Named {
  readonly comments: readonly CaseCommentView[]
  /** Months after which closed cases are erased; `null` where they are never erased automatically. */
  readonly keepMonths: number | null
}

/** The data around the form of a section. */
export interface AroundSection {
  /** Names of the other members who have the case open. */
  readonly others: readonly string[]
  readonly suggestions: readonly SuggestionView[]
}

interface NotesData extends CaseHead, Named {
  readonly notes: readonly CaseNoteView[]
}

/** The data of each page of a case. It is read in the one transaction that opens the case and writes the record. */
export interface CasePages {
  readonly overview: (actor: Actor, number: number) => Promise<CaseResult<OverviewData>>
  readonly lifecycle: (actor: Actor, number: number) => Promise<CaseResult<LifecycleData>>
  /** A section to fill in; notes that the member has the case open. */
  readonly section: (actor: Actor, number: number) => Promise<CaseResult<OpenCase & AroundSection>>
  /** For the form of a section that comes back. It is not recorded, since taking the form opened the claim already. */
  readonly aroundSection: (actor: Actor, number: number) => Promise<CaseResult<AroundSection>>
  readonly notes: (actor: Actor, number: number) => Promise<CaseResult<NotesData>>
  /** All answers, to be copied by hand. The record reports it as a print. */
  readonly copy: (actor: Actor, number: number) => Promise<CaseResult<OpenCase>>
}

/** Names of the members who wrote something. */
const authorNames = (transaction: Transaction, { key }: CaseRow, written: readonly { readonly memberId: string }[]) =>
  memberNames(
    transaction,
    key,
    written.map(({ memberId }) => memberId),
  )

export function createCasePages({ now }: CaseworkContext, onCase: OnCase): CasePages {
  return {
    overview: (actor, number) =>
      onCase.claim(actor, 'read:case', number, 'case.read', async (transaction, found) => {
        const { keys } = found.grant
        const seesPapers = may(actor, 'read:document', targetOf(found.row, found.memberIds))
        if (seesPapers) found.record('paper.read')
        return {
          ...openCaseOf(found),
          names: await memberNames(transaction, found.key, found.memberIds),
          papers: seesPapers && keys.parts.papers ? await listedExhibits(transaction, keys) : null,
        }
      }),

    lifecycle: (actor, number) =>
      onCase.claim(actor, 'read:case', number, 'case.read', async (transaction, found) => {
        const comments = await commentsOf(transaction, found)
        return { ...openCaseOf(found), names: await authorNames(transaction, found, comments), comments, keepMonths: found.keepMonths }
      }),

    section: (actor, number) =>
      onCase.claim(actor, 'edit:case', number, 'case.read', async (transaction, found) => {
        await noteSeen(transaction, found.row.id, actor.memberId, now())
        return {
          ...openCaseOf(found),
          others: await othersWith(transaction, found.key, found.row.id, actor.memberId, now()),
          suggestions: await suggestionsOf(transaction, found),
        }
      }),

    aroundSection: (actor, number) =>
      onCase.peek(actor, 'edit:case', number, async ({ row, key }, transaction) => {
        const grant = openGrant(key, row)
        return {
          others: await othersWith(transaction, key, row.id, actor.memberId, now()),
          suggestions: grant ? await suggestionsOf(transaction, { row, grant }) : [],
        }
      }),

    notes: (actor, number) =>
      onCase.row(actor, 'read:note', number, 'note.read', async (transaction, found) => {
        const notes = await notesOf(transaction, found)
        return { ...headOf(found), names: await authorNames(transaction, found, notes), notes }
      }),

    copy: (actor, number) =>
      onCase.claim(actor, 'print:case', number, 'case.read', (_transaction, found) => {
        found.record('case.printed')
        return Promise.resolve(openCaseOf(found))
      }),
  }
}
