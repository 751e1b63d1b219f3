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
  createRetention,
  createRecords,
  type Retention,
  type Records,
} from '#app/data/records/index.server.ts'
import {
  createCaseworkContext,
  createMembers,
  createOrganizations,
  type Members,
  type Organizations,
} from '#app/data/organizations/index.server.ts'
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
  readonly retention: Retention
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
  const context = createCaseworkContext(database, keyFor, now)
  const passwords = createPasswords(context, keyFor('staff-pepper'))
  const throttle = createThrottle(createCounters(database), keyFor('staff-tries'))
  const codeTries = createThrottle(createCounters(database), keyFor('share-tries'))
  const onCase = createOnCase(context)
  return {
    organizations: createOrganizations(context),
    members: createMembers(context),
    comments: createCaseComments(context, onCase),
    notes: createCaseNotes(context, onCase),
    suggestions: createSuggestions(context, onCase),
    presence: createCasePresence(context, onCase),
    papers: createCasePapers(context, onCase, hasDiskRoom, database.emptyLog),
    shares: createCaseShares(context, codeTries),
    handOver: createCaseHandOver(context, onCase, createPhraseMaker(keyFor, createGate(STRETCHES_AT_ONCE, STRETCHES_WAITING)), codeTries),
    makeShareCode: actor => makeShareCode(context, actor),
    cases: createCases(context, onCase),
    casePages: createCasePages(context, onCase),
    caseload: createCaseload(context, onCase),
    caseViews: createCaseViews(context),
    caseDue: createCaseDue(context, onCase),
    calendarFeeds: createCalendarFeeds(context, onCase, createThrottle(createCounters(database), keyFor('calendar-tries'))),
    assigning: createAssigning(context, onCase),
    records: createRecords(context, onCase),
    retention: createRetention(context, onCase, database.emptyLog),
    figures: createCaseFigures(context, onCase),
    caseFiles: createCaseFiles(context, onCase),
    invitations: createInvitations(context),
    joining: createJoining(context, passwords, throttle),
    signIn: createStaffSignIn(context, passwords, throttle),
    sessions: createStaffSessions(context),
    ways: createSignInWays(context, passwords),
  }
}
