/**
 * Survivors’ drafts: how one is sealed, saved, opened, kept and deleted, and what an organization sees of one that was shared with it.
 * Other folders import from this file alone.
 */

export { note } from './audit.server.ts'
export { type Grant, openGrant, sealGrant } from './case-grant.server.ts'
export { type CaseAbout, blindIndexFor } from './blind-index.server.ts'
export { closeClaim, CLOSED, recordFor } from './case-sharing.server.ts'
export { openAbout, openSummary, refreshCases, sealAbout, summaryColumns, summaryOf, writeSearchIndexes } from './case-summaries.server.ts'
export {
  DELETE_AFTER_DAYS,
  DELETE_AFTER_DAYS_WITHOUT_PHRASE,
  deleteDraft,
  keepShared,
  keptUntil,
  overdueDrafts,
  STAFF_DRAFT_KEPT_UNTIL,
} from './draft-lifetime.server.ts'
export { type DraftContent, openColumn, openContent, sealColumn, sealContent, type SealedColumns } from './draft-seals.server.ts'
export { createInSession, createReadInSession, IDLE_MINUTES, idleLimit, type OpenSession, SEEN_SECONDS } from './draft-session.server.ts'
export { writtenColumns } from './draft-writing.server.ts'
export { createDrafts, type Drafts, type OpenDraft } from './drafts.server.ts'
export { sealExhibit } from './exhibit-seals.server.ts'
export { createExhibits, exhibitFiles, type Exhibits, rekeyExhibits } from './exhibits.server.ts'
export { createLeftSessions, isLeft, type LeftSessions } from './left-sessions.server.ts'
export {
  createPaperWork,
  type ExhibitWords,
  type ListedExhibit,
  listedExhibits,
  noRoom,
  type NoRoom,
  type PaperAdded,
  type PaperChanged,
  type PaperDraft,
} from './paper-work.server.ts'
export { createPhraseMaker, type PhraseMaker, rekeyDraft } from './phrase-making.server.ts'
export { alikeGroups, isOfPhone, type Meeting, meetingIndexes, phoneIndexes, wordGroups } from './search-indexes.server.ts'
export { openSuggestion, sealSuggestion, suggestedPart } from './suggestion-seals.server.ts'
