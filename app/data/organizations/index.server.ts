/**
 * Organizations, their teams and members, the seals under their keys, and the record of each.
 * Other folders import from this file alone.
 */

export {
  addToRecord,
  CASE_RECORD_KINDS,
  type CaseRecordKind,
  headChainHash,
  chainHashAfter,
  type RecordedBy,
  type RecordEntry,
  type RecordHead,
} from './case-record.server.ts'
export { createCaseworkContext, type CaseworkContext, HELD_ORGANIZATION, holdInstallation, holdMember } from './casework-context.server.ts'
export { endCalendarFeed } from './end-calendar-feed.server.ts'
export {
  actorOf,
  type ChangeResult,
  createMembers,
  memberLoginCell,
  memberNameCell,
  memberNames,
  type Members,
  membersIn,
  type MemberView,
  openMember,
  plainLogin,
} from './members.server.ts'
export { type Cell, openCell, openOrganizationKey, type OrganizationKey, sealCell } from './organization-seals.server.ts'
export {
  createOrganizations,
  getOrganizationKey,
  IDLE_MINUTES_RANGE,
  makeOrganization,
  openOrganization,
  type Organizations,
  type OrganizationView,
  type TeamView,
} from './organizations.server.ts'
