import { timingSafeEqual } from 'node:crypto'
import { type CaseworkContext, headChainHash, chainHashAfter, openOrganizationKey } from '#app/data/organizations/index.server.ts'

/**
 * The first place where a record does not fit. `changed`: the line there was changed, moved or put in. `missing`: the line is not there.
 * `extra`: the line stands after the end. `end`: the end itself was not written by this program.
 */
type RecordFault = 'changed' | 'missing' | 'extra' | 'end'

export type RecordCheck =
  /** All lines fit. `code` names the newest line. A person who keeps it can tell later whether the record was put back to an older one. */
  | { readonly ok: true; readonly lines: number; readonly code: string | null }
  | { readonly ok: false; readonly place: number; readonly fault: RecordFault }

/** Lines checked in one transaction, so that members do not wait. */
const BATCH = 1_000
/** Letters of a chain hash in a code: 64 bits, which cannot be hit on purpose without the key. */
const CODE_LETTERS = 16

/** A line's place and the beginning of its chain hash, for people to write down: `128-3f2a-9c1b-77de-0a4c`. */
export const recordCode = (place: number, mark: string): string => [place, ...(mark.slice(0, CODE_LETTERS).match(/.{4}/g) ?? [])].join('-')

/** Reads a code that a person wrote down, with any spacing; `null` where the text is none. */
export function readRecordCode(text: string): { readonly place: number; readonly start: string } | null {
  const [, place = '', start = ''] = /^\s*(\d{1,9})[\s-]+([\da-f\s-]+)$/i.exec(text) ?? []
  const letters = start.replace(/[\s-]/g, '').toLowerCase()
  return letters.length === CODE_LETTERS ? { place: Number(place), start: letters } : null
}

/** Walks the whole record of an organization. */
export async function checkRecord({ transact, wrapping }: CaseworkContext, organizationId: string): Promise<RecordCheck> {
  let last = { place: 0, mark: '' }
  for (;;) {
    // Reads head and lines in one transaction, because other members add to both meanwhile.
    const { organization, lines } = await transact(async ({ organization, caseRecord }) => ({
      organization: await organization.findUniqueOrThrow({ where: { id: organizationId } }),
      lines: await caseRecord.findMany({ where: { organizationId, place: { gt: last.place } }, orderBy: { place: 'asc' }, take: BATCH }),
    }))
    const key = openOrganizationKey(wrapping, organization)
    for (const line of lines) {
      const place = last.place + 1
      if (line.place !== place) return { ok: false, place, fault: 'missing' }
      if (!same(chainHashAfter(key, last.mark, line), line.mark)) return { ok: false, place, fault: 'changed' }
      last = line
    }
    if (lines.length === BATCH) continue
    if (organization.recordCount > last.place) return { ok: false, place: last.place + 1, fault: 'missing' }
    if (organization.recordCount < last.place) return { ok: false, place: organization.recordCount + 1, fault: 'extra' }
    if (headChainHash(key, organization) !== last.mark) return { ok: false, place: last.place, fault: 'end' }
    return { ok: true, lines: last.place, code: last.place === 0 ? null : recordCode(last.place, last.mark) }
  }
}

function same(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
