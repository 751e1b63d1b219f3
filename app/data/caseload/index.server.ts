/**
 * Lists across cases: filters, search, suspicions, due days and their calendars.
 * Other folders import from this file alone.
 */

export { type CalendarFeeds, createCalendarFeeds, type OpenFeed } from './calendar-feeds.server.ts'
export { type CaseDue, createCaseDue, type DueCase, type DueFilters, MOST_DUE_CASES } from './case-due.server.ts'
export { type CaseView, type CaseViews, createCaseViews } from './case-views.server.ts'
export { CASE_SORTS, type CaseFilters, type CaseSort, DUE_FILTERS } from './caseload-query.server.ts'
export type { CaseRowView } from './caseload-rows.server.ts'
export { type Caseload, CASES_PER_PAGE, createCaseload } from './caseload.server.ts'
