import { randomUUID } from 'node:crypto'
import type { Actor } from '#machines/casework/permissions.ts'
import type { CaseResult, CaseRow, OnCase } from './on-case.server.ts'
import { openNote, sealNote } from './case-note-seals.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'

/** Longest note, in characters. */
export const LONGEST_NOTE = 10_000

/** A note on a case. */
export interface CaseNoteView {
  readonly id: string
  readonly text: string
  /** The member who wrote the note; they may have left since. */
  readonly memberId: string
  readonly createdAt: Date
  readonly changedAt: Date
}

type NoteChange =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'gone' | 'not-yours' }
  | { readonly ok: false; readonly reason: 'conflict'; readonly current: string }

/** Notes of members. They belong to the organization, are no part of the claim, and are never printed with it. */
export interface CaseNotes {
  readonly add: (actor: Actor, number: number, text: string) => Promise<CaseResult<null>>
  /** Changes the member's own note, provided that it still is the text that the form was made from. */
  readonly change: (
    actor: Actor,
    number: number,
    id: string,
    text: string,
    seen: (current: string) => boolean,
  ) => Promise<CaseResult<NoteChange>>
  readonly remove: (actor: Actor, number: number, id: string) => Promise<CaseResult<NoteChange>>
}

/** The notes of a case, newest first. */
export async function notesOf({ caseNote }: Transaction, { row, key }: CaseRow): Promise<readonly CaseNoteView[]> {
  const notes = await caseNote.findMany({ where: { caseId: row.id }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  return notes.map(({ id, text, memberId, createdAt, changedAt }) => ({
    id,
    text: openNote(key, row.id, id, text),
    memberId,
    createdAt,
    changedAt,
  }))
}

export function createCaseNotes(context: CaseworkContext, onCase: OnCase): CaseNotes {
  return {
    add: (actor, number, text) =>
      onCase.row(actor, 'write:note', number, 'note.written', async ({ caseNote }, { row, key }) => {
        const [id, at] = [randomUUID(), new Date(context.now())]
        await caseNote.create({
          data: { id, caseId: row.id, memberId: actor.memberId, text: sealNote(key, row.id, id, text), createdAt: at, changedAt: at },
          select: { id: true },
        })
        return null
      }),

    change: (actor, number, id, text, seen) =>
      onCase.row(actor, 'write:note', number, 'note.written', async ({ caseNote }, { row, key, nothingDone }): Promise<NoteChange> => {
        const refused = <R extends NoteChange>(result: R): R => {
          nothingDone()
          return result
        }
        const note = await caseNote.findUnique({ where: { id, caseId: row.id } })
        if (!note) return refused({ ok: false, reason: 'gone' })
        if (note.memberId !== actor.memberId) return refused({ ok: false, reason: 'not-yours' })
        const current = openNote(key, row.id, id, note.text)
        if (current !== text && !seen(current)) return refused({ ok: false, reason: 'conflict', current })
        await caseNote.update({
          where: { id },
          data: { text: sealNote(key, row.id, id, text), changedAt: new Date(context.now()) },
          select: { id: true },
        })
        return { ok: true }
      }),

    remove: (actor, number, id) =>
      onCase.row(actor, 'delete:note', number, 'note.deleted', async ({ caseNote }, { row, nothingDone }): Promise<NoteChange> => {
        const { count } = await caseNote.deleteMany({ where: { id, caseId: row.id } })
        if (count === 1) return { ok: true }
        nothingDone()
        return { ok: false, reason: 'gone' }
      }),
  }
}
