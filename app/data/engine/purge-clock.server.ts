import type { OpenDatabase, Transaction } from './database.server.ts'
import type { PurgeClock } from '../generated/sqlite/client.ts'

/** Most days between two runs of the purge that are taken for a server that was switched off. A longer gap may be a wrong clock. */
const GAP_DAYS = 30
/** Hours of running for which it waits where the clock is in doubt. */
const WAIT_HOURS = 72
/** Minutes by which the clocks of servers that share a database may differ. */
const CLOCKS_DIFFER_MINUTES = 5

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const ONE_ROW = { where: { id: 1 } }

/** `gap`: it last ran longer ago than a server is switched off. `behind`: something stored is of a later time than now. */
type ClockDoubt = 'gap' | 'behind'

/** The caller of the purge. `hour`: a server that has run for an hour since its last call. `clock-is-right`: an operator who says so. */
export type PurgeCall = 'command' | 'hour' | 'clock-is-right'

/** Tells the purge whether it can trust the clock, because deletion cannot be undone. */
export interface ClockWatch {
  /** Whether drafts and cases may be deleted now. Notes the call. */
  readonly mayDelete: (call: PurgeCall) => Promise<boolean>
  /** Says in one line for the operator why the purge waits; `null` where it does not. */
  readonly waiting: () => Promise<string | null>
}

export function createClockWatch({ transact }: Pick<OpenDatabase, 'transact'>, now: () => number): ClockWatch {
  /** Hours as this process last read them. Where they differ now, another server has counted this hour already. */
  let seenHours: number | null = null

  return {
    async mayDelete(call) {
      const { hours, goesOn } = await transact(async transaction => {
        // Writes first, to hold the row that the decision depends on.
        const row = await transaction.purgeClock.update({ ...ONE_ROW, data: { hours: { increment: 0 } } })
        const newest = await newestRow(transaction)
        const doubt = doubtIn(row, newest, now())
        const lived = call === 'hour' && (seenHours === null || seenHours === row.hours) ? 1 : 0
        const hours = (isSameDoubt(row, doubt, now()) ? row.hours : 0) + lived
        const goesOn = doubt === null || call === 'clock-is-right' || hours >= WAIT_HOURS
        const at = new Date(now())
        const data = goesOn ? { ranAt: at, doubt: '', hours: 0, ...(doubt && { newestKnown: newest }) } : { doubt: doubt ?? '', hours }
        await transaction.purgeClock.update({ ...ONE_ROW, data: { ...data, lookedAt: at } })
        return { hours: goesOn ? 0 : hours, goesOn }
      })
      seenHours = hours
      return goesOn
    },

    waiting: () =>
      transact(async transaction => {
        const row = await transaction.purgeClock.findUniqueOrThrow(ONE_ROW)
        const newest = await newestRow(transaction)
        const doubt = doubtIn(row, newest, now())
        return doubt && lineFor(doubt, isSameDoubt(row, doubt, now()) ? row.hours : 0, row, newest, now())
      }),
  }
}

/** Whether the purge would wait just now. */
export async function isClockInDoubt(transaction: Transaction, now: number): Promise<boolean> {
  const row = await transaction.purgeClock.findUniqueOrThrow(ONE_ROW)
  return doubtIn(row, await newestRow(transaction), now) !== null
}

async function newestRow({ draft, auditEvent }: Transaction): Promise<Date | null> {
  const { _max: saved } = await draft.aggregate({ _max: { updatedAt: true } })
  const { _max: noted } = await auditEvent.aggregate({ _max: { at: true } })
  const times = [saved.updatedAt, noted.at].flatMap(time => time?.getTime() ?? [])
  return times.length === 0 ? null : new Date(Math.max(...times))
}

function doubtIn({ ranAt, newestKnown }: PurgeClock, newest: Date | null, now: number): ClockDoubt | null {
  const isAhead = (time: Date | null) => time !== null && time.getTime() > now + CLOCKS_DIFFER_MINUTES * MINUTE_MS
  if (isAhead(ranAt)) return 'behind'
  if (newest !== null && isAhead(newest) && !(newestKnown !== null && newest <= newestKnown)) return 'behind'
  // A database that no purge has run on is as old as its newest row.
  const since = ranAt ?? newest
  return since !== null && now - since.getTime() > GAP_DAYS * DAY_MS ? 'gap' : null
}

/** Whether the hours waited so far still count: they do not count for another doubt, nor after the clock has jumped again. */
function isSameDoubt({ doubt, lookedAt }: PurgeClock, found: ClockDoubt | null, now: number): boolean {
  const passed = now - (lookedAt?.getTime() ?? now)
  return doubt === found && passed <= GAP_DAYS * DAY_MS && passed >= -CLOCKS_DIFFER_MINUTES * MINUTE_MS
}

function lineFor(doubt: ClockDoubt, hours: number, { ranAt }: PurgeClock, newest: Date | null, now: number): string {
  const last = ranAt ? `the purge last ran at ${stamp(ranAt)}` : `the newest thing stored is of ${stamp(newest)}`
  const why = doubt === 'gap' ? `${last}, over ${GAP_DAYS} days before` : 'something stored is of a later time'
  return (
    `The purge waits: the clock says ${stamp(new Date(now))}, and ${why}. Nothing past its time is deleted until the server has run for ` +
    `${WAIT_HOURS} hours (${hours} so far). If the clock is right: npm run purge -- --clock-is-right. If not, set it.`
  )
}

const stamp = (date: Date | null) => date?.toISOString().slice(0, 16).replace('T', ' ') ?? ''
