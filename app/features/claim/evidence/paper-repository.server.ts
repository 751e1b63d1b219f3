import type { CleanedFile } from '#app/evidence/checked-file.ts'
import type { ExhibitWords, ListedExhibit, NoRoom, PaperAdded, PaperChanged } from '#app/data/drafts/index.server.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import type { Services } from '#app/services.server.ts'
import type { Speech } from '../speech.server.ts'
import { lastDayOf } from '../storage.server.ts'
import { PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** The attached papers of an open claim, and what may be done with them. A survivor or a member who works on the case has it open. */
export interface PaperRepository {
  readonly speech: Speech
  /** Addresses of the page itself, and of the pages before and after it. */
  readonly paths: { readonly self: string; readonly back: string; readonly on: string }
  /** The sentence about how long the copies are kept. */
  readonly kept: string
  /** The sentence about what a change of the papers would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  /** Whether the person who has the claim open may take out papers. */
  readonly mayRemove: boolean
  readonly list: () => Promise<readonly ListedExhibit[]>
  readonly findNoRoom: () => Promise<NoRoom | null>
  readonly add: (words: ExhibitWords, file: CleanedFile) => Promise<PaperAdded>
  readonly change: (id: string, words: ExhibitWords, isSeen: (current: ListedExhibit) => boolean) => Promise<PaperChanged>
  readonly move: (id: string, by: -1 | 1) => Promise<PaperChanged>
  readonly remove: (id: string) => Promise<PaperChanged>
}

/** The papers of the claim that is open in this browser. Every call throws a redirect to the phrase's page if the session has ended. */
export function paperRepositoryOf({ exhibits }: Services, { session, speech, draft }: ClaimVisit): PaperRepository {
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
    changeLine: changeLine(speech.t, draft.status),
    mayRemove: true,
    list: async () => (await exhibits.list(session)) ?? ended(),
    findNoRoom: () => exhibits.findNoRoom(session),
    add: async (words, file) => open<PaperAdded>(await exhibits.add(session, words, file)),
    change: async (id, words, isSeen) => open<PaperChanged>(await exhibits.change(session, id, words, isSeen)),
    move: async (id, by) => open<PaperChanged>(await exhibits.move(session, id, by)),
    remove: async id => open<PaperChanged>(await exhibits.remove(session, id)),
  }
}
