import type { Actor } from '#machines/casework/permissions.ts'
import { createGate } from '#app/security/throttle/gate.server.ts'
import { createThrottle } from '#app/security/throttle/throttle.server.ts'
import { createCalendarFeeds, type CalendarFeeds } from './caseload/calendar-feeds.server.ts'
import { createCaseComments, type CaseComments } from './cases/case-comments.server.ts'
import { createCaseDue, type CaseDue } from './caseload/case-due.server.ts'
import { createCaseHandOver, type CaseHandOver } from './cases/case-handover.server.ts'
import { createCaseNotes, type CaseNotes } from './cases/case-notes.server.ts'
import { createCasePages, type CasePages } from './cases/case-pages.server.ts'
import { createCasePapers, type CasePapers } from './cases/case-papers.server.ts'
import { createCaseShares, type CaseShares } from './cases/case-shares.server.ts'
import { createAssigning, type Assigning } from './cases/case-assigning.server.ts'
import { createCaseViews, type CaseViews } from './caseload/case-views.server.ts'
import { createCaseload, type Caseload } from './caseload/caseload.server.ts'
import { createKeeping, type Keeping } from './records/case-erasing.server.ts'
import { createCaseFigures, type CaseFigures } from './records/case-figures.server.ts'
import { createCaseFiles, type CaseFiles } from './records/case-files.server.ts'
import { createCases, type Cases } from './cases/cases.server.ts'
import { createOnCase } from './cases/case-desk.server.ts'
import { createDesk } from './organizations/casework-desk.server.ts'
import { createCounters } from './engine/counters.server.ts'
import type { OpenDatabase } from './engine/database.server.ts'
import { createInvitations, type Invitations } from './staff/invitations.server.ts'
import { createJoining, type Joining } from './staff/joining.server.ts'
import { createMembers, type Members } from './organizations/members.server.ts'
import { createOrganizations, type Organizations } from './organizations/organizations.server.ts'
import { createPasswords } from './staff/passwords.server.ts'
import { createPhraseMaker } from './drafts/phrase-making.server.ts'
import { makeShareCode, type ShownCode } from './cases/share-codes.server.ts'
import { createSignInWays, type SignInWaysOf } from './staff/sign-in-ways.server.ts'
import { createRecords, type Records } from './records/records.server.ts'
import { createStaffSessions, type StaffSessions } from './staff/staff-sessions.server.ts'
import { STRETCHES_AT_ONCE, STRETCHES_WAITING } from '../keys/stretch.server.ts'
import { createCasePresence, type CasePresence } from './cases/case-presence.server.ts'
import { createSuggestions, type Suggestions } from './cases/suggestions.server.ts'
import { createStaffSignIn, type StaffSignIn } from './staff/staff-sign-in.server.ts'

/** Organizations, the people who work in them, and how these sign in. */
export interface Casework {
  readonly organizations: Organizations
  readonly members: Members
  readonly cases: Cases
  readonly casePages: CasePages
  readonly comments: CaseComments
  readonly notes: CaseNotes
  readonly suggestions: Suggestions
  readonly presence: CasePresence
  readonly papers: CasePapers
  readonly shares: CaseShares
  readonly handOver: CaseHandOver
  /** A code by which somebody who holds a claim can share it with the member's organization. */
  readonly makeShareCode: (actor: Actor) => Promise<ShownCode>
  readonly caseload: Caseload
  readonly caseViews: CaseViews
  readonly caseDue: CaseDue
  readonly calendarFeeds: CalendarFeeds
  readonly assigning: Assigning
  readonly records: Records
  readonly keeping: Keeping
  readonly figures: CaseFigures
  readonly caseFiles: CaseFiles
  readonly invitations: Invitations
  readonly joining: Joining
  readonly signIn: StaffSignIn
  readonly sessions: StaffSessions
  readonly ways: SignInWaysOf
}

/**
 * @param keyFor keys of the installation by purpose
 * @param now clock in milliseconds since 1970
 * @param hasDiskRoom whether the disk has room for one more paper
 */
export function createCasework(
  database: OpenDatabase,
  keyFor: (purpose: string) => Buffer,
  now: () => number,
  hasDiskRoom: () => Promise<boolean>,
): Casework {
  const desk = createDesk(database, keyFor, now)
  const passwords = createPasswords(desk, keyFor('staff-pepper'))
  const throttle = createThrottle(createCounters(database), keyFor('staff-tries'))
  const codeTries = createThrottle(createCounters(database), keyFor('share-tries'))
  const onCase = createOnCase(desk)
  return {
    organizations: createOrganizations(desk),
    members: createMembers(desk),
    comments: createCaseComments(desk, onCase),
    notes: createCaseNotes(desk, onCase),
    suggestions: createSuggestions(desk, onCase),
    presence: createCasePresence(desk, onCase),
    papers: createCasePapers(desk, onCase, hasDiskRoom, database.emptyLog),
    shares: createCaseShares(desk, codeTries),
    handOver: createCaseHandOver(desk, onCase, createPhraseMaker(keyFor, createGate(STRETCHES_AT_ONCE, STRETCHES_WAITING)), codeTries),
    makeShareCode: actor => makeShareCode(desk, actor),
    cases: createCases(desk, onCase),
    casePages: createCasePages(desk, onCase),
    caseload: createCaseload(desk, onCase),
    caseViews: createCaseViews(desk),
    caseDue: createCaseDue(desk, onCase),
    calendarFeeds: createCalendarFeeds(desk, onCase, createThrottle(createCounters(database), keyFor('calendar-tries'))),
    assigning: createAssigning(desk, onCase),
    records: createRecords(desk, onCase),
    keeping: createKeeping(desk, onCase, database.emptyLog),
    figures: createCaseFigures(desk, onCase),
    caseFiles: createCaseFiles(desk, onCase),
    invitations: createInvitations(desk),
    joining: createJoining(desk, passwords, throttle),
    signIn: createStaffSignIn(desk, passwords, throttle),
    sessions: createStaffSessions(desk),
    ways: createSignInWays(desk, passwords),
  }
}
