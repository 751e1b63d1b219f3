import { randomUUID } from 'node:crypto'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { CleanedFile } from '#app/evidence/checked-file.ts'
import type { ExhibitFile } from '#app/packet/exhibit.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import {
  beginCase,
  type CaseResult,
  type FreshCase,
  type OnCase,
  openNote,
  ownPlace,
  placeTarget,
  requireAllowed,
  sealNote,
} from '#app/data/cases/index.server.ts'
import { type CaseAbout, exhibitFiles, type ExhibitWords, openAbout, openContent, sealExhibit } from '#app/data/drafts/index.server.ts'
import type { CaseworkContext } from '#app/data/organizations/index.server.ts'

/** The content of a case that is taken out, as far as its claim was shared. */
export interface CaseContent {
  /** The claim file, which also names the language. */
  readonly claim: ClaimFile
  readonly life: readonly DraftEvent[]
  readonly papers: readonly ExhibitFile[]
  /** The organization's own words for the case. */
  readonly about: CaseAbout
  /** Its notes, oldest first. Empty where they were not asked for. */
  readonly notes: readonly KeptNote[]
}

/** A note without its author, because the author is of one organization and the file may go to another. */
export interface KeptNote {
  readonly text: string
  readonly writtenAt: Date
}

/** A paper that was cleaned just now, with its kind and title. */
export interface FreshPaper {
  readonly words: ExhibitWords
  readonly file: CleanedFile
}

/** Takes whole cases out, and brings them in as new ones. */
export interface CaseFiles {
  /** @param withNotes whether to take the notes out, too; the record then gets a line about them */
  readonly take: (actor: Actor, number: number, withNotes: boolean) => Promise<CaseResult<CaseContent>>
  /**
   * Makes a case of the member's own.
   * @throws Error where the member may make none
   */
  readonly bring: (
    actor: Actor,
    fresh: Omit<FreshCase, 'place'> & Pick<CaseContent, 'notes'>,
    papers: readonly FreshPaper[],
  ) => Promise<{ readonly number: number }>
}

export function createCaseFiles(context: CaseworkContext, onCase: OnCase): CaseFiles {
  return {
    take: (actor, number, withNotes) =>
      onCase.claim(
        actor,
        'make:export',
        number,
        'case.exported',
        async (transaction, { row, key, draft, grant: { keys }, record }): Promise<CaseContent> => {
          const { answers, status, language } = openContent(keys, draft)
          const notes = withNotes
            ? await transaction.caseNote.findMany({ where: { caseId: row.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
            : []
          if (notes.length > 0) record('note.read')
          return {
            claim: assembleClaim(answers, dayInLosAngeles(new Date(context.now())), { language }),
            life: status,
            papers: keys.parts.papers ? await exhibitFiles(transaction, keys) : [],
            about: openAbout(key, row),
            notes: notes.map(({ id, text, createdAt }) => ({ text: openNote(key, row.id, id, text), writtenAt: createdAt })),
          }
        },
      ),

    async bring(actor, fresh, papers) {
      const place = ownPlace(actor)
      const brought = await onCase.organization(
        actor,
        'create:case',
        placeTarget(actor, place),
        'case.imported',
        async (transaction, found) => {
          const { id: caseId, number, keys } = await beginCase(context, transaction, found, { ...fresh, place })
          for (const { text, writtenAt } of fresh.notes) {
            const id = randomUUID()
            const at = { createdAt: writtenAt, changedAt: new Date(context.now()) }
            await transaction.caseNote.create({
              data: { id, caseId, memberId: actor.memberId, text: sealNote(found.key, caseId, id, text), ...at },
              select: { id: true },
            })
          }
          for (const [
            place,
            {
              words,
              file: { bytes, format, pages },
            },
          ] of papers.entries()) {
            const id = randomUUID()
            const sealed = sealExhibit(keys, id, { ...words, format, pages, size: bytes.length }, bytes)
            await transaction.exhibit.create({
              data: { id, draftId: keys.draftId, position: place + 1, ...sealed, createdAt: new Date(context.now()) },
              select: { id: true },
            })
          }
          return { number }
        },
      )
      return requireAllowed(brought)
    },
  }
}
