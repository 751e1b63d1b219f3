import type { CleanedFile } from '#app/evidence/checked-file.ts'
import type { ExhibitFile } from '#app/packet/exhibit.ts'
import { createThrottle, NEW_PAPER_LIMITS, type TryAnswer } from '#app/security/throttle/throttle.server.ts'
import { refreshCases } from './case-summaries.server.ts'
import { createCaseworkContext } from '#app/data/organizations/index.server.ts'
import { createCounters, type OpenDatabase, type Transaction } from '#app/data/engine/index.server.ts'
import type { DraftKeys } from '#app/keys/draft-keys.server.ts'
import { createInSession, createReadInSession, type OpenSession } from './draft-session.server.ts'
import { openAbout, openContent, resealExhibit } from './exhibit-seals.server.ts'
import {
  createPaperWork,
  listedExhibits,
  noRoom,
  ORDER,
  type ExhibitWords,
  type ListedExhibit,
  type NoRoom,
  type PaperAdded,
  type PaperChanged,
} from './paper-work.server.ts'

/** `ended`: the session has ended. */
type Ended = { readonly ok: false; readonly reason: 'ended' }
type AddResult = PaperAdded | Ended
type ChangeResult = PaperChanged | Ended

/** Papers attached to drafts. `session` is the value of the session cookie, as it came. */
export interface Exhibits {
  /**
   * Counts a try to attach a paper, and says whether the caller may attach one; ask before {@link add}.
   * @param clientKey where the request came from: its address
   */
  readonly countNew: (clientKey: string) => Promise<TryAnswer>
  /** The papers in the order of their letters; `null` where the session has ended. */
  readonly list: (session: string | null) => Promise<readonly ListedExhibit[] | null>
  /** The papers with their bytes, in the same order; `null` where the session has ended. */
  readonly files: (session: string | null) => Promise<readonly ExhibitFile[] | null>
  /** Whether there is room for one more paper, as far as can be known before the paper is opened. */
  readonly findNoRoom: (session: string | null) => Promise<NoRoom | null>
  /** Adds a cleaned paper at the end of the list. */
  readonly add: (session: string | null, words: ExhibitWords, file: CleanedFile) => Promise<AddResult>
  /** Changes kind and title of a paper, provided that they still are those that the form was made from. */
  readonly change: (
    session: string | null,
    id: string,
    words: ExhibitWords,
    isSeen: (current: ListedExhibit) => boolean,
  ) => Promise<ChangeResult>
  /** Swaps a paper with the one before or after it; does nothing at the end of the list. */
  readonly move: (session: string | null, id: string, by: -1 | 1) => Promise<ChangeResult>
  /** Erases a paper, also from the database file. */
  readonly remove: (session: string | null, id: string) => Promise<ChangeResult>
}

const ENDED: Ended = { ok: false, reason: 'ended' }

/**
 * @param keyFor keys of the installation by purpose
 * @param now clock in milliseconds since 1970
 * @param hasDiskRoom whether the disk has room for one more paper
 */
export function createExhibits(
  database: OpenDatabase,
  keyFor: (purpose: string) => Buffer,
  now: () => number,
  hasDiskRoom: () => Promise<boolean>,
): Exhibits {
  const inSession = createInSession(database, now)
  const readInSession = createReadInSession(database, now)
  const newPapers = createThrottle(createCounters(database), keyFor('new-papers'), NEW_PAPER_LIMITS)
  const work = createPaperWork(now)

  const context = createCaseworkContext(database, keyFor, now)

  /**
   * Works on the papers of an open draft. A change can set the claim's state back, so the summaries in lists of cases are brought up to
   * date.
   */
  async function onPapers<R extends PaperAdded | PaperChanged>(
    session: string | null,
    change: (transaction: Transaction, open: OpenSession) => Promise<R>,
  ): Promise<R | Ended> {
    const result = await inSession(session, async (transaction, open) => {
      const done = await change(transaction, open)
      if (done.ok) await refreshCases(context, transaction, open.row)
      return done
    })
    return result ?? ENDED
  }

  const list: Exhibits['list'] = session => readInSession(session, (transaction, { keys }) => listedExhibits(transaction, keys))

  return {
    countNew: clientKey => newPapers.count({ address: clientKey, row: null }),

    list,

    files: session => readInSession(session, (transaction, { keys }) => exhibitFiles(transaction, keys)),

    async findNoRoom(session) {
      return noRoom((await list(session)) ?? [], { pages: 1, size: 1 }) ?? ((await hasDiskRoom()) ? null : 'disk-full')
    },

    async add(session, words, file) {
      if (!(await hasDiskRoom())) return { ok: false, reason: 'disk-full' }
      return onPapers(session, (transaction, open) => work.add(transaction, open, words, file))
    },

    change: (session, id, words, isSeen) => onPapers(session, (transaction, open) => work.change(transaction, open, id, words, isSeen)),

    move: (session, id, by) => onPapers(session, (transaction, open) => work.move(transaction, open, id, by)),

    async remove(session, id) {
      const result = await onPapers(session, (transaction, open) => work.remove(transaction, open, id))
      if (result.ok) await database.emptyLog()
      return result
    },
  }
}

/** The papers of a draft with their bytes, in the order of their letters. The caller needs the keys to them. */
export async function exhibitFiles(transaction: Transaction, keys: DraftKeys): Promise<ExhibitFile[]> {
  const rows = await transaction.exhibit.findMany({ where: { draftId: keys.draftId }, orderBy: [...ORDER] })
  return rows.map(({ id, about, wrappedKey, content }): ExhibitFile => {
    const { kind, title, pages, format } = openAbout(keys, id, about)
    return { id, kind, title, pages, format, bytes: openContent(keys, id, wrappedKey, content) }
  })
}

/** Reseals a draft's papers under its new data key. */
export async function rekeyExhibits(transaction: Transaction, old: DraftKeys, fresh: DraftKeys): Promise<void> {
  const rows = await transaction.exhibit.findMany({
    where: { draftId: fresh.draftId },
    select: { id: true, about: true, wrappedKey: true },
  })
  for (const { id, ...row } of rows) {
    await transaction.exhibit.updateMany({ where: { id }, data: resealExhibit(old, fresh, id, row) })
  }
}
