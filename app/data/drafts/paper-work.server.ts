import { randomUUID } from 'node:crypto'
import type { CleanedFile } from '#app/evidence/checked-file.ts'
import { MOST_BYTES_TOGETHER, MOST_PAGES_TOGETHER, MOST_PAPERS } from '#app/evidence/limits.ts'
import type { Exhibit } from '#app/packet/exhibit.ts'
import { recorded } from '#machines/draft/history.ts'
import { note, type AuditKind } from './audit.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { DraftKeys } from '#app/keys/draft-keys.server.ts'
import { keptUntil } from './draft-lifetime.server.ts'
import { openContent, sealColumn } from './draft-seals.server.ts'
import { openAbout, sealAbout, sealExhibit, type ExhibitAbout } from './exhibit-seals.server.ts'
import type { Draft } from '../generated/sqlite/client.ts'

/** The survivor's words about a paper. */
export type ExhibitWords = Pick<Exhibit, 'kind' | 'title'>

/** A paper in the list, without its bytes. */
export interface ListedExhibit extends ExhibitAbout {
  readonly id: string
}

/** Why a paper was refused: the claim or the disk has no room for it. */
export type NoRoom = 'too-many-papers' | 'too-many-pages-together' | 'too-much-together' | 'disk-full'

export type PaperAdded = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: NoRoom }

export type PaperChanged =
  | { readonly ok: true }
  /** The paper was removed in another window. */
  | { readonly ok: false; readonly reason: 'gone' }
  /** The paper was changed in another window after the form was made; nothing was written. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly current: ListedExhibit }

/** An open draft, with the keys to its papers. */
export interface PaperDraft {
  readonly row: Draft
  readonly keys: DraftKeys
}

export const ORDER = [{ position: 'asc' }, { id: 'asc' }] as const

interface Row {
  readonly id: string
  readonly position: number
  readonly about: Uint8Array
}

const findRows = (transaction: Transaction, draftId: string): Promise<Row[]> =>
  transaction.exhibit.findMany({ where: { draftId }, orderBy: [...ORDER], select: { id: true, position: true, about: true } })

const listed = (keys: DraftKeys, rows: readonly Row[]): ListedExhibit[] =>
  rows.map(({ id, about }) => ({ id, ...openAbout(keys, id, about) }))

/** The papers of a draft in the order of their letters, without their bytes. The caller needs the keys to them. */
export const listedExhibits = async (transaction: Transaction, keys: DraftKeys): Promise<ListedExhibit[]> =>
  listed(keys, await findRows(transaction, keys.draftId))

/** Says why one more paper has no room; `null` where it has. */
export function noRoom(papers: readonly ListedExhibit[], { pages, size }: Pick<ExhibitAbout, 'pages' | 'size'>): NoRoom | null {
  const sum = (of: (paper: ListedExhibit) => number) => papers.reduce((total, paper) => total + of(paper), 0)
  if (papers.length >= MOST_PAPERS) return 'too-many-papers'
  if (sum(paper => paper.pages) + pages > MOST_PAGES_TOGETHER) return 'too-many-pages-together'
  return sum(paper => paper.size) + size > MOST_BYTES_TOGETHER ? 'too-much-together' : null
}

/** Changes to the papers of an open draft, each in the transaction that opened the draft. */
export interface PaperWork {
  readonly add: (transaction: Transaction, open: PaperDraft, words: ExhibitWords, file: CleanedFile) => Promise<PaperAdded>
  readonly change: (
    transaction: Transaction,
    open: PaperDraft,
    id: string,
    words: ExhibitWords,
    isSeen: (current: ListedExhibit) => boolean,
  ) => Promise<PaperChanged>
  readonly move: (transaction: Transaction, open: PaperDraft, id: string, by: -1 | 1) => Promise<PaperChanged>
  readonly remove: (transaction: Transaction, open: PaperDraft, id: string) => Promise<PaperChanged>
}

/** @param now clock in milliseconds since 1970 */
export function createPaperWork(now: () => number): PaperWork {
  /** Counts a changed list of papers as a save of the draft: it extends the draft's retention and makes its print outdated. */
  async function noteChange(transaction: Transaction, { row, keys }: PaperDraft, kind: AuditKind): Promise<void> {
    const told = keys.parts.answers && openContent(keys, row)
    const status = told && sealColumn(keys, 'status', recorded(told.status, { type: 'ANSWER_CHANGED' }))
    await transaction.draft.update({
      where: { id: row.id },
      data: { ...(status && { status }), updatedAt: new Date(now()), deleteAfter: keptUntil(row, told, now()) },
      select: { id: true },
    })
    await note(transaction, row.id, kind, now())
  }

  /** Works on one paper, and notes where it changed something. */
  async function onOne(
    transaction: Transaction,
    open: PaperDraft,
    id: string,
    kind: AuditKind,
    work: (rows: readonly Row[], index: number) => Promise<PaperChanged>,
  ): Promise<PaperChanged> {
    const rows = await findRows(transaction, open.row.id)
    const index = rows.findIndex(row => row.id === id)
    if (index < 0) return { ok: false, reason: 'gone' }
    const done = await work(rows, index)
    if (done.ok) await noteChange(transaction, open, kind)
    return done
  }

  return {
    async add(transaction, open, words, { bytes, format, pages }) {
      const about: ExhibitAbout = { ...words, format, pages, size: bytes.length }
      const rows = await findRows(transaction, open.row.id)
      const reason = noRoom(listed(open.keys, rows), about)
      if (reason) return { ok: false, reason }
      const id = randomUUID()
      const sealed = sealExhibit(open.keys, id, about, bytes)
      // Without this selection Prisma would read the whole paper back.
      const select = { id: true }
      await transaction.exhibit.create({
        select,
        data: { id, draftId: open.row.id, position: (rows.at(-1)?.position ?? 0) + 1, ...sealed, createdAt: new Date(now()) },
      })
      await noteChange(transaction, open, 'exhibit.added')
      return { ok: true, id }
    },

    change: (transaction, open, id, words, isSeen) =>
      onOne(transaction, open, id, 'exhibit.changed', async (rows, index) => {
        const about = openAbout(open.keys, id, rows[index]!.about)
        const current = { id, ...about }
        if (!isSeen(current)) return { ok: false, reason: 'conflict', current }
        await transaction.exhibit.updateMany({ where: { id }, data: { about: sealAbout(open.keys, id, { ...about, ...words }) } })
        return { ok: true }
      }),

    move: (transaction, open, id, by) =>
      onOne(transaction, open, id, 'exhibit.moved', async (rows, index) => {
        const [one, other] = [rows[index]!, rows[index + by]]
        if (!other) return { ok: true }
        await transaction.exhibit.updateMany({ where: { id: one.id }, data: { position: other.position } })
        await transaction.exhibit.updateMany({ where: { id: other.id }, data: { position: one.position } })
        return { ok: true }
      }),

    remove: (transaction, open, id) =>
      onOne(transaction, open, id, 'exhibit.removed', async () => {
        await transaction.exhibit.deleteMany({ where: { id } })
        return { ok: true }
      }),
  }
}
