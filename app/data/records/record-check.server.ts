import { timingSafeEqual } from 'node:crypto'
import { type Desk, headMark, markAfter, openOrganizationKey } from '#app/data/organizations/index.server.ts'

/**
 * The first place where a record does not fit: a line there was changed, moved or put in (`changed`), is not there (`missing`), stands
 * after the end (`extra`), or the end itself was written by somebody else (`end`).
 */
type RecordFault = 'changed' | 'missing' | 'extra' | 'end'

export type RecordCheck =
  /** All lines fit. `code` names the newest: whoever keeps it can tell later whether the record was put back to an older one. */
  | { readonly ok: true; readonly lines: number; readonly code: string | null }
  | { readonly ok: false; readonly place: number; readonly fault: RecordFault }

/** Lines that are looked at in one transaction, so that nobody who works waits. */
const BATCH = 1_000
/** Letters of a mark in a code: 64 bits, which nobody can aim at without the key. */
const CODE_LETTERS = 16

/** A line's place and the beginning of its mark, for people to write down: `128-3f2a-9c1b-77de-0a4c`. */
export const recordCode = (place: number, mark: string): string => [place, ...(mark.slice(0, CODE_LETTERS).match(/.{4}/g) ?? [])].join('-')

/** What somebody wrote down, however they spaced it; `null` where it is no code. */
export function readRecordCode(text: string): { readonly place: number; readonly start: string } | null {
  const [, place = '', start = ''] = /^\s*(\d{1,9})[\s-]+([\da-f\s-]+)$/i.exec(text) ?? []
  const letters = start.replace(/[\s-]/g, '').toLowerCase()
  return letters.length === CODE_LETTERS ? { place: Number(place), start: letters } : null
}

/** Walks the whole record of an organization. */
export async function checkRecord({ transact, wrapping }: Desk, organizationId: string): Promise<RecordCheck> {
  let last = { place: 0, mark: '' }
  for (;;) {
    // Head and lines of one moment: others add to both meanwhile.
    const { organization, lines } = await transact(async ({ organization, caseRecord }) => ({
      organization: await organization.findUniqueOrThrow({ where: { id: organizationId } }),
      lines: await caseRecord.findMany({ where: { organizationId, place: { gt: last.place } }, orderBy: { place: 'asc' }, take: BATCH }),
    }))
    const key = openOrganizationKey(wrapping, organization)
    for (const line of lines) {
      const place = last.place + 1
      if (line.place !== place) return { ok: false, place, fault: 'missing' }
      if (!same(markAfter(key, last.mark, line), line.mark)) return { ok: false, place, fault: 'changed' }
      last = line
    }
    if (lines.length === BATCH) continue
    if (organization.recordCount > last.place) return { ok: false, place: last.place + 1, fault: 'missing' }
    if (organization.recordCount < last.place) return { ok: false, place: organization.recordCount + 1, fault: 'extra' }
    if (headMark(key, organization) !== last.mark) return { ok: false, place: last.place, fault: 'end' }
    return { ok: true, lines: last.place, code: last.place === 0 ? null : recordCode(last.place, last.mark) }
  }
}

function same(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
