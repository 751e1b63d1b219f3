import type { Actor } from '#machines/casework/permissions.ts'
import { createGate } from '#app/security/throttle/gate.server.ts'
import { createThrottle } from '#app/security/throttle/throttle.server.ts'
import {
  type CalendarFeeds,
  type CaseDue,
  type Caseload,
  type CaseViews,
  createCalendarFeeds,
  createCaseDue,
  createCaseload,
  createCaseViews,
} from '#app/data/caseload/index.server.ts'
import {
  type Assigning,
  type CaseComments,
  type CaseHandOver,
  type CaseNotes,
  type CasePages,
  type CasePapers,
  type CasePresence,
  type Cases,
  type CaseShares,
  createAssigning,
  createCaseComments,
  createCaseHandOver,
  createCaseNotes,
  createCasePages,
  createCasePapers,
  createCasePresence,
  createCases,
  createCaseShares,
  createOnCase,
  createSuggestions,
  makeShareCode,
  type ShownCode,
  type Suggestions,
} from '#app/data/cases/index.server.ts'
import {
  type CaseFigures,
  type CaseFiles,
  createCaseFigures,
  createCaseFiles,
  createKeeping,
  createRecords,
  type Keeping,
  type Records,
} from '#app/data/records/index.server.ts'
import { createDesk, createMembers, createOrganizations, type Members, type Organizations } from '#app/data/organizations/index.server.ts'
import { createCounters, type OpenDatabase } from '#app/data/engine/index.server.ts'
import {
  createInvitations,
  createJoining,
  createPasswords,
  createSignInWays,
  createStaffSessions,
  createStaffSignIn,
  type Invitations,
  type Joining,
  type SignInWaysOf,
  type StaffSessions,
  type StaffSignIn,
} from '#app/data/staff/index.server.ts'
import { createPhraseMaker } from '#app/data/drafts/index.server.ts'
import { STRETCHES_AT_ONCE, STRETCHES_WAITING } from '../keys/stretch.server.ts'

/** Organizations, the members who work in them, and how the members sign in. */
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
  /** Makes a code by which a survivor can share a claim with the member's organization. */
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
