import type { OpenDatabase, Transaction } from './database.server.ts'
import type { PurgeClock } from '../generated/sqlite/client.ts'

/** Days for which the purge may not have run and still counts as switched off; a longer gap may be a wrong clock. */
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

/** Who asks the purge to run. `hour`: a server that has run for an hour since it last asked. `clock-is-right`: an operator's word. */
export type PurgeCall = 'command' | 'hour' | 'clock-is-right'

/** What is deleted does not come back, so the purge asks here whether the clock can be trusted. */
export interface ClockWatch {
  /** Whether drafts and cases may be deleted now; notes that it was asked. */
  readonly mayDelete: (call: PurgeCall) => Promise<boolean>
  /** What keeps it waiting, in a line for whoever runs the server; `null` where nothing does. */
  readonly waiting: () => Promise<string | null>
}

export function createClockWatch({ transact }: Pick<OpenDatabase, 'transact'>, now: () => number): ClockWatch {
  /** Hours as this process last saw them: where another server has counted since, the hour is counted already. */
  let seenHours: number | null = null

  return {
    async mayDelete(call) {
      const { hours, goesOn } = await transact(async transaction => {
        // A write first: it holds the row on which it is decided.
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
  // A database that no purge has gone through yet is as old as its newest row.
  const since = ranAt ?? newest
  return since !== null && now - since.getTime() > GAP_DAYS * DAY_MS ? 'gap' : null
}

/** Hours that were waited for one doubt do not count for another, nor after the clock has jumped again. */
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
