import { joinWithPassword, TEST_SITE, TestPasskey } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { beginCase, type CasePlace } from '#app/data/cases/case-begin.server.ts'
import { addToRecord, type RecordEntry } from '#app/data/organizations/case-record.server.ts'
import { HELD_ORGANIZATION, type CaseworkContext } from '#app/data/organizations/casework-context.server.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { openOrganizationKey } from '#app/data/organizations/organization-seals.server.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { inventedCase } from './many-cases-people.ts'

/** Cases that one member works on, and members of one team. */
export const CASES_OF_A_MEMBER = 50
export const MEMBERS_OF_A_TEAM = 10
/** Lines in the record for each case: begun, read, saved. */
export const LINES_OF_A_CASE = 5
const LINES_AT_ONCE = 2_000
const CASES_AT_ONCE = 100
/** One case in this many has a second member who works on it. */
const SECOND_MEMBER_EVERY = 5
/** Tries to join are counted by address; this many members join from one. */
const JOINING_FROM_ONE_ADDRESS = 40

/** An organization at work, made by the same services that pages use. */
export interface Office {
  readonly size: number
  /** Cookies: of the owner, who reads every case, and of a caseworker, who reads those of the team. */
  readonly sessions: { readonly owner: string; readonly worker: string }
  /** Numbers of the cases that the caseworker works on. */
  readonly workersCases: readonly number[]
}

/**
 * Makes an organization with so many cases, and with as many teams and caseworkers as they need, that has been at work for a while.
 * @param context of the same database: it writes many rows at once, by the code that writes them one by one for members
 */
export async function makeOffice(casework: Casework, context: CaseworkContext, size: number): Promise<Office> {
  const { secret } = (await casework.invitations.inviteFirstOwner()) ?? (await casework.invitations.inviteOrganization())
  const owner = await joinWithPassword(casework, secret, `owner-${size}`, Date.now())
  const memberCount = Math.ceil(size / CASES_OF_A_MEMBER)
  const teams: string[] = []
  for (let team = 0; team < memberCount / MEMBERS_OF_A_TEAM; team += 1)
    teams.push((await casework.organizations.addTeam(owner.organization.id, `Team ${team}`)).id)
  const teamOf = (member: number) => teams[Math.floor(member / MEMBERS_OF_A_TEAM)] ?? null
  const members: Joined[] = []
  for (let member = 0; member < memberCount; member += 1)
    members.push(await joinWithPasskey(casework, owner.organization.id, teamOf(member), size, member))

  const actor = actorOf(owner.member)
  const placeOf = (index: number): CasePlace => {
    const first = index % memberCount
    // The next member in the same team, where there is one.
    const second = index % SECOND_MEMBER_EVERY === 0 && first + 1 < memberCount && teamOf(first + 1) === teamOf(first) ? [first + 1] : []
    return { teamId: teamOf(first), memberIds: [first, ...second].flatMap(place => members[place]?.memberId ?? []) }
  }
  const numbers = await beginCases(context, actor, size, placeOf)
  await lengthenRecord(context, actor, size * (LINES_OF_A_CASE - 1))
  return {
    size,
    sessions: { owner: owner.session, worker: members[0]?.session ?? '' },
    workersCases: numbers.filter((_, index) => index % memberCount === 0),
  }
}

/** Begins cases as a member does, but many in one transaction; gives their numbers. */
async function beginCases(context: CaseworkContext, actor: Actor, size: number, placeOf: (index: number) => CasePlace): Promise<number[]> {
  const numbers: number[] = []
  for (let from = 0; from < size; from += CASES_AT_ONCE) {
    const made = await context.transact(async transaction => {
      const row = await transaction.organization.update({ where: { id: actor.organizationId }, data: HELD_ORGANIZATION })
      const key = openOrganizationKey(context.wrapping, row)
      const of: number[] = []
      const entries: RecordEntry[] = []
      for (let index = from; index < Math.min(size, from + CASES_AT_ONCE); index += 1) {
        const found = {
          key,
          actor,
          record: () => undefined,
          concerns: (caseId: string) => void entries.push({ by: actor, kind: 'case.created', caseId }),
        }
        of.push((await beginCase(context, transaction, found, { ...inventedCase(index), status: [], place: placeOf(index) })).number)
      }
      await addToRecord(transaction, key, row, context.now(), entries)
      return of
    })
    numbers.push(...made)
  }
  return numbers
}

/** Writes lines of work that was done into the record, many at once, chained as the server chains them. */
async function lengthenRecord(
  { transact, wrapping, now }: CaseworkContext,
  { organizationId, memberId, role }: Actor,
  lines: number,
): Promise<void> {
  const cases = await transact(transaction => transaction.case.findMany({ where: { organizationId }, select: { id: true } }))
  for (let from = 0; from < lines; from += LINES_AT_ONCE) {
    await transact(async transaction => {
      const row = await transaction.organization.update({ where: { id: organizationId }, data: HELD_ORGANIZATION })
      const entries = Array.from({ length: Math.min(LINES_AT_ONCE, lines - from) }, (_, place): RecordEntry => ({
        by: { memberId, role },
        kind: place % 2 === 0 ? 'case.read' : 'case.saved',
        caseId: cases[(from + place) % cases.length]?.id ?? null,
      }))
      await addToRecord(transaction, openOrganizationKey(wrapping, row), row, now(), entries)
    })
  }
}

interface Joined {
  readonly memberId: string
  readonly session: string
}

async function joinWithPasskey(
  { invitations, joining, sessions }: Casework,
  organizationId: string,
  teamId: string | null,
  size: number,
  place: number,
): Promise<Joined> {
  const login = `worker-${size}-${place}`
  const { secret } = await invitations.invite(organizationId, { role: 'caseworker', teamId, name: login })
  const options = await joining.passkeyOptions(secret, login, TEST_SITE)
  if (!options) throw new Error('the link does not stand')
  const caller = { clientKey: `${size} ${Math.floor(place / JOINING_FROM_ONE_ADDRESS)}`, browser: 'firefox/linux' }
  const joined = await joining.join(
    secret,
    { organizationName: '', name: `Name of ${login}`, login },
    { kind: 'passkey', site: TEST_SITE, sent: new TestPasskey().make(options) },
    caller,
  )
  if (!joined.ok) throw new Error(joined.reason)
  const open = await sessions.find(joined.session)
  if (!open) throw new Error('no session')
  return { memberId: open.member.id, session: joined.session }
}
