/**
 * Cases of an organization. Each is reached through `onCase`.
 * Other folders import from this file alone.
 */

export { type Assigning, createAssigning } from './case-assigning.server.ts'
export { beginCase, type FreshCase, NO_WORDS, ownPlace, placeTarget } from './case-begin.server.ts'
export { type CaseComments, type CaseCommentView, createCaseComments, LONGEST_COMMENT } from './case-comments.server.ts'
export { type CaseRefusal, type CaseResult, createOnCase, type OnCase, requireAllowed, targetOf } from './on-case.server.ts'
export { type CaseHandOver, createCaseHandOver } from './case-handover.server.ts'
export { openNote, sealNote } from './case-note-seals.server.ts'
export { type CaseNotes, createCaseNotes, LONGEST_NOTE } from './case-notes.server.ts'
export { type AroundSection, type CasePages, createCasePages } from './case-pages.server.ts'
export { type CasePapers, createCasePapers } from './case-papers.server.ts'
export { type CasePresence, createCasePresence } from './case-presence.server.ts'
export { type CaseShares, createCaseShares, type ShareChoice, type ShareUse, type ShareView } from './case-shares.server.ts'
export { type CaseHead, type Cases, createCases, permissionFor, headOf, type OpenCase, sharedFacts } from './cases.server.ts'
export { makeShareCode, SHARE_CODE_MINUTES, type ShownCode } from './share-codes.server.ts'
export { createSuggestions, type Suggestions, type SuggestionView } from './suggestions.server.ts'
