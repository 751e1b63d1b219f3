/**
 * The pages and the check of an organization’s record, figures, files of cases, and the erasing of cases and drafts past their retention.
 * Other folders import from this file alone.
 */

export { createRetention, KEEP_MONTHS_RANGE, type Retention } from './case-erasing.server.ts'
export { type CaseFigures, createCaseFigures } from './case-figures.server.ts'
export { type CaseContent, type CaseFiles, createCaseFiles, type FreshPaper, type KeptNote } from './case-files.server.ts'
export type { PurgeReason } from './purge-preview.server.ts'
export { createPurge, type Purge } from './purge.server.ts'
export { type RecordCheck, recordCode } from './record-check.server.ts'
export { createRecords, type RecordFilter, type RecordLine, type Records } from './records.server.ts'
