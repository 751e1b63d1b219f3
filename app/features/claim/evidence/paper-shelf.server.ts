import type { CleanedFile } from '#app/evidence/checked-file.ts'
import type { ExhibitWords, ListedExhibit, NoRoom, PaperAdded, PaperChanged } from '#app/data/drafts/index.server.ts'
import { changeLine } from '#app/features/life/change-line.ts'
import type { Services } from '#app/services.server.ts'
import type { Speech } from '../speech.server.ts'
import { lastDayOf } from '../storage.server.ts'
import { PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** The papers of a claim that somebody has open: the person whose claim it is, or a member who works on its case. */
export interface PaperShelf {
  readonly speech: Speech
  /** Address of the page, and of where it leads back and on. */
  readonly paths: { readonly self: string; readonly back: string; readonly on: string }
  /** What is said of how long copies are kept. */
  readonly kept: string
  /** What a change of the papers would end in the life of the claim, or has ended. */
  readonly life: string | undefined
  /** Whether papers may be taken out by whoever has the claim open. */
  readonly mayRemove: boolean
  readonly list: () => Promise<readonly ListedExhibit[]>
  readonly findNoRoom: () => Promise<NoRoom | null>
  readonly add: (words: ExhibitWords, file: CleanedFile) => Promise<PaperAdded>
  readonly change: (id: string, words: ExhibitWords, isSeen: (current: ListedExhibit) => boolean) => Promise<PaperChanged>
  readonly move: (id: string, by: -1 | 1) => Promise<PaperChanged>
  readonly remove: (id: string) => Promise<PaperChanged>
}

/** The papers of the claim that is open in this browser. Each throws the way back to the words where the session has ended. */
export function shelfOf({ exhibits }: Services, { session, speech, draft }: ClaimVisit): PaperShelf {
  const ended = (): never => {
    throw seeOther(PATHS.return)
  }
  const open = <R extends { readonly ok: boolean }>(result: R | { readonly ok: false; readonly reason: 'ended' }): R =>
    'reason' in result && result.reason === 'ended' ? ended() : (result as R)
  return {
    speech,
    paths: { self: PATHS.evidence, back: PATHS.tasks, on: PATHS.packet },
    kept: speech.t(`evidence:page.deleted.${draft.isHeld ? 'held' : draft.hasPhrase ? 'words' : 'noWords'}`, {
      date: lastDayOf(draft, speech),
    }),
    life: changeLine(speech.t, draft.status),
    mayRemove: true,
    list: async () => (await exhibits.list(session)) ?? ended(),
    findNoRoom: () => exhibits.findNoRoom(session),
    add: async (words, file) => open<PaperAdded>(await exhibits.add(session, words, file)),
    change: async (id, words, isSeen) => open<PaperChanged>(await exhibits.change(session, id, words, isSeen)),
    move: async (id, by) => open<PaperChanged>(await exhibits.move(session, id, by)),
    remove: async id => open<PaperChanged>(await exhibits.remove(session, id)),
  }
}
