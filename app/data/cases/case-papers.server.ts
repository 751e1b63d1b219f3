import type { CleanedFile } from '#app/evidence/checked-file.ts'
import type { ExhibitFile } from '#app/packet/exhibit.ts'
import type { Day } from '#machines/calendar/day.ts'
import type { Actor, Permission } from '#machines/casework/permissions.ts'
import { recorded } from '#machines/draft/history.ts'
import type { CaseResult, OnCase } from './on-case.server.ts'
import {
  createPaperWork,
  exhibitFiles,
  type ExhibitWords,
  type ListedExhibit,
  listedExhibits,
  noRoom,
  type NoRoom,
  openColumn,
  openGrant,
  type PaperAdded,
  type PaperChanged,
  type PaperDraft,
  refreshCases,
  sealColumn,
} from '#app/data/drafts/index.server.ts'
import type { CaseRecordKind, CaseworkContext } from '#app/data/organizations/index.server.ts'
import type { OpenDatabase, Transaction } from '#app/data/engine/index.server.ts'

/** Papers attached to a claim, as far as they were shared with the organization. */
export interface CasePapers {
  /** `null` where the papers were not shared. */
  readonly list: (actor: Actor, number: number) => Promise<CaseResult<readonly ListedExhibit[] | null>>
  /** The papers for a packet that is made now; notes that the packet was printed. Empty where the papers were not shared. */
  readonly forPacket: (actor: Actor, number: number, day: Day | null) => Promise<CaseResult<readonly ExhibitFile[]>>
  /** Whether there is room for one more paper, as far as can be known before the paper is opened. */
  readonly findNoRoom: (actor: Actor, number: number) => Promise<CaseResult<NoRoom | null>>
  /** Adds a cleaned paper at the end of the list; `forbidden` where the claim was shared to read only, or without its papers. */
  readonly add: (actor: Actor, number: number, words: ExhibitWords, file: CleanedFile) => Promise<CaseResult<PaperAdded>>
  /** Changes kind and title of a paper, provided that they still are those that the form was made from. */
  readonly change: (
    actor: Actor,
    number: number,
    id: string,
    words: ExhibitWords,
    isSeen: (current: ListedExhibit) => boolean,
  ) => Promise<CaseResult<PaperChanged>>
  /** Swaps a paper with the one before or after it. */
  readonly move: (actor: Actor, number: number, id: string, by: -1 | 1) => Promise<CaseResult<PaperChanged>>
  /** Erases a paper, also from the database file. */
  readonly remove: (actor: Actor, number: number, id: string) => Promise<CaseResult<PaperChanged>>
  /** Notes that a document to take away was made of the case, such as a statement. */
  readonly noteMade: (actor: Actor, number: number) => Promise<CaseResult<null>>
}

/**
 * @param hasDiskRoom whether the disk has room for one more paper
 * @param emptyLog erases deleted data from the database's log, too
 */
export function createCasePapers(
  context: CaseworkContext,
  onCase: OnCase,
  hasDiskRoom: () => Promise<boolean>,
  emptyLog: OpenDatabase['emptyLog'],
): CasePapers {
  const papers = createPaperWork(context.now)

  /** Works on the papers of a case that the organization may fill in, and brings the case's row in lists up to date. */
  async function onPapers<R extends { readonly ok: boolean }>(
    actor: Actor,
    permission: Permission,
    number: number,
    kind: CaseRecordKind,
    work: (transaction: Transaction, open: PaperDraft) => Promise<R>,
  ): Promise<CaseResult<R>> {
    const result = await onCase.claim(
      actor,
      permission,
      number,
      kind,
      async (transaction, { draft, grant: { keys, mayEdit }, nothingDone }) => {
        if (!mayEdit || !keys.parts.papers) {
          nothingDone()
          return null
        }
        const done = await work(transaction, { row: draft, keys })
        if (done.ok) await refreshCases(context, transaction, draft)
        else nothingDone()
        return done
      },
    )
    if (!result.ok) return result
    return result.value === null ? { ok: false, reason: 'forbidden' } : { ok: true, value: result.value }
  }

  return {
    list: (actor, number) =>
      onCase.claim(actor, 'read:document', number, 'paper.read', (transaction, { grant: { keys } }) =>
        keys.parts.papers ? listedExhibits(transaction, keys) : Promise.resolve(null),
      ),

    forPacket: (actor, number, day) =>
      onCase.claim(actor, 'print:case', number, 'case.printed', async (transaction, { draft, grant: { keys } }) => {
        if (day !== null) {
          const status = sealColumn(keys, 'status', recorded(openColumn(keys, 'status', draft.status), { type: 'PRINTED', day }))
          await transaction.draft.update({ where: { id: draft.id }, data: { status }, select: { id: true } })
          await refreshCases(context, transaction, draft)
        }
        return keys.parts.papers ? exhibitFiles(transaction, keys) : []
      }),

    async findNoRoom(actor, number) {
      const found = await onCase.peek(actor, 'read:document', number, ({ row, key }, transaction) => {
        const keys = openGrant(key, row)?.keys
        return keys?.parts.papers ? listedExhibits(transaction, keys) : []
      })
      if (!found.ok) return found
      return { ok: true, value: noRoom(found.value, { pages: 1, size: 1 }) ?? ((await hasDiskRoom()) ? null : 'disk-full') }
    },

    async add(actor, number, words, file) {
      if (!(await hasDiskRoom())) return { ok: true, value: { ok: false, reason: 'disk-full' } }
      return onPapers(actor, 'add:document', number, 'paper.added', (transaction, open) => papers.add(transaction, open, words, file))
    },

    change: (actor, number, id, words, isSeen) =>
      onPapers(actor, 'add:document', number, 'paper.changed', (transaction, open) => papers.change(transaction, open, id, words, isSeen)),

    move: (actor, number, id, by) =>
      onPapers(actor, 'add:document', number, 'paper.changed', (transaction, open) => papers.move(transaction, open, id, by)),

    async remove(actor, number, id) {
      const result = await onPapers(actor, 'delete:document', number, 'paper.removed', (transaction, open) =>
        papers.remove(transaction, open, id),
      )
      if (result.ok && result.value.ok) await emptyLog()
      return result
    },

    noteMade: (actor, number) => onCase.claim(actor, 'print:case', number, 'case.printed', () => Promise.resolve(null)),
  }
}
