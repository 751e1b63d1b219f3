import { createHmac } from 'node:crypto'
import type { Day } from '#machines/calendar/day.ts'
import type { DueDay } from '#machines/casework/due-days.ts'
import { oneself, scopeOf, type Actor } from '#machines/casework/permissions.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Throttle } from '#app/security/throttle/throttle.server.ts'
import { findCalendarKey, makeCalendarKey, type CalendarKey } from '#app/keys/calendar-key.server.ts'
import { dueIn, rowsWithDays } from './case-due.server.ts'
import { type OnCase, requireAllowed } from '#app/data/cases/index.server.ts'
import {
  actorOf,
  type CaseworkContext,
  endCalendarFeed,
  getOrganizationKey,
  openMember,
  openOrganization,
  type OrganizationKey,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import type { CalendarFeed, Member, Organization } from '../generated/sqlite/client.ts'
import { findOpened, seal } from '#app/keys/seal.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** A case as a calendar gets it: without a name and without any text that a person wrote. */
interface FeedCase {
  /** Says nothing about the case and stays the same while the address does: 32 small letters and digits. */
  readonly calendarId: string
  readonly number: number
  readonly due: readonly DueDay[]
}

/** The content of a calendar feed. */
export interface OpenFeed {
  readonly language: LanguageCode
  readonly today: Day
  readonly cases: readonly FeedCase[]
}

/** A member's calendar address. The secret address itself is not stored and cannot be shown again. */
interface FeedView {
  readonly createdAt: Date
  /** Last day on which a calendar asked; `null` before the first. */
  readonly readOn: Day | null
}

/** Secret addresses by which a calendar program reads a member's days without a session. Each member has one at most. */
export interface CalendarFeeds {
  readonly find: (actor: Actor) => Promise<FeedView | null>
  /**
   * Makes an address, in place of the one before.
   * @returns its secret, which is kept nowhere
   * @throws Error where the member may see no case
   */
  readonly make: (actor: Actor, language: LanguageCode) => Promise<string>
  /**
   * Ends the member's address.
   * @throws Error where the member may see no case
   */
  readonly end: (actor: Actor) => Promise<void>
  /**
   * Reads the cases that the member may see now. The answer does not tell wrong, ended and malformed secrets apart.
   * @param clientKey where the request came from, for counting tries
   */
  readonly read: (secret: string, clientKey: string) => Promise<{ readonly ok: true; readonly feed: OpenFeed | null } | SlowDown>
}

interface Proof {
  readonly memberId: string
  readonly language: LanguageCode
}

const proofPlace = (id: string, memberId: string) => `CalendarFeed:${id}:proof:${memberId}`
/**
 * Key of a feed's proof. It needs both the address and the key file, so a person who can write to the database cannot make a feed for a
 * member.
 */
const proofKey = ({ sealing }: CaseworkContext, key: CalendarKey) => createHmac('sha256', sealing).update(key.sealing).digest()

export function createCalendarFeeds(context: CaseworkContext, onCase: OnCase, throttle: Throttle): CalendarFeeds {
  const { transact, now } = context
  const todayNow = () => dayInLosAngeles(new Date(now()))

  return {
    find: async ({ memberId }) => {
      const row = await transact(({ calendarFeed }) => calendarFeed.findUnique({ where: { memberId } }))
      return row && { createdAt: row.createdAt, readOn: row.readOn }
    },

    async make(actor, language) {
      const made = await onCase.organization(actor, 'read:case', oneself(actor), 'calendar.made', async transaction => {
        const { memberId } = actor
        const { secret, ...key } = makeCalendarKey()
        const proof: Proof = { memberId, language }
        await endCalendarFeed(transaction, memberId)
        await transaction.calendarFeed.create({
          data: {
            id: key.id,
            memberId,
            proof: new Uint8Array(seal(proofKey(context, key), proofPlace(key.id, memberId), JSON.stringify(proof))),
            createdAt: new Date(now()),
          },
          select: { id: true },
        })
        return secret
      })
      return requireAllowed(made)
    },

    async end(actor) {
      const ended = await onCase.organization(actor, 'read:case', oneself(actor), 'calendar.ended', transaction =>
        endCalendarFeed(transaction, actor.memberId),
      )
      requireAllowed(ended)
    },

    async read(secret, clientKey) {
      const key = findCalendarKey(secret)
      const counted = await throttle.count({ address: clientKey, row: key && key.id })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const row =
        key &&
        (await transact(({ calendarFeed }) =>
          calendarFeed.findUnique({ where: { id: key.id }, include: { member: { include: { organization: true } } } }),
        ))
      const opened = key && row && openFeed(key, row)
      if (!opened) return { ok: true, feed: null }
      // A calendar asks again and again, all day; only wrong tries are slowed.
      await throttle.forgive(key.id)
      const today = todayNow()
      const { actor, language } = opened
      const read = async (transaction: Transaction, organizationKey: OrganizationKey): Promise<OpenFeed> => ({
        language,
        today,
        cases: await casesOf(transaction, organizationKey, actor, key, today),
      })
      if (row.readOn === today)
        return {
          ok: true,
          feed: await transact(async transaction =>
            read(transaction, await getOrganizationKey(context, transaction, actor.organizationId)),
          ),
        }
      // The record gets one line a day: calendars ask so often that more lines would bury what people did.
      const feed = await onCase.organization(actor, 'read:case', oneself(actor), 'calendar.read', async (transaction, found) => {
        await transaction.calendarFeed.updateMany({ where: { id: key.id }, data: { readOn: today } })
        return read(transaction, found.key)
      })
      return { ok: true, feed: requireAllowed(feed) }
    },
  }

  /**
   * The member of a feed, as they are now; `null` where the row was changed since it was sealed, or the member may not see cases any more.
   */
  function openFeed(
    key: CalendarKey,
    row: CalendarFeed & { readonly member: Member & { readonly organization: Organization } },
  ): { readonly actor: Actor; readonly language: LanguageCode } | null {
    const text = findOpened(proofKey(context, key), proofPlace(key.id, row.memberId), row.proof)
    if (text === null || row.member.disabledAt !== null) return null
    const actor = actorOf(openMember(openOrganization(context, row.member.organization).key, row.member))
    return scopeOf(actor.role, 'read:case') === null ? null : { actor, language: (JSON.parse(text) as Proof).language }
  }
}

async function casesOf(
  transaction: Transaction,
  key: OrganizationKey,
  actor: Actor,
  { naming }: CalendarKey,
  today: Day,
): Promise<FeedCase[]> {
  const { rows } = await rowsWithDays(transaction, key, actor, {}, today)
  return rows.map(row => ({
    calendarId: createHmac('sha256', naming).update(row.id).digest('hex').slice(0, 32),
    number: row.number,
    due: dueIn(key, row, today),
  }))
}
