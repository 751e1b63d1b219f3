/**
 * How the members of organizations join and sign in.
 * Other folders import from this file alone.
 */

export { createInvitations, type Invitations, type InvitationView, type MadeLink } from './invitations.server.ts'
export { createJoining, type Joining, type JoinResult, type JoinView, type JoinWay } from './joining.server.ts'
export { createPasswords } from './passwords.server.ts'
export { createSignInWays, MOST_PASSKEYS, type SignInWaysOf } from './sign-in-ways.server.ts'
export { createStaffSessions, FRESH_MINUTES, type OpenStaffSession, type StaffSessions } from './staff-sessions.server.ts'
export { type Caller, createStaffSignIn, type StaffSignIn } from './staff-sign-in.server.ts'
