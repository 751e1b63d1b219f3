import type { Throttle } from '#app/security/throttle/throttle.server.ts'
import type { Role } from '#machines/casework/permissions.ts'
import { NO_WORDS, placeCase } from './case-begin.server.ts'
import {
  closeClaim,
  createInSession,
  createReadInSession,
  type Grant,
  openContent,
  openGrant,
  type OpenSession,
  recordFor,
  refreshCases,
  rekeyExhibits,
  sealContent,
  sealGrant,
} from '#app/data/drafts/index.server.ts'
import {
  addToRecord,
  type CaseRecordKind,
  type CaseworkContext,
  HELD_ORGANIZATION,
  openOrganization,
  openOrganizationKey,
} from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { DRAFT_PARTS, type DraftKeys, type DraftPart } from '#app/keys/draft-keys.server.ts'
import type { Case, Draft } from '../generated/sqlite/client.ts'
import { findShareCode, useShareCode } from './share-codes.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** What a survivor shares beside the answers. */
export interface ShareChoice {
  readonly story: boolean
  readonly papers: boolean
  /** Whether the organization may fill the claim in. */
  readonly mayEdit: boolean
}

/** An action of a member of the organization on the claim. */
export interface ShareUse {
  readonly kind: CaseRecordKind
  readonly role: Role
  readonly at: Date
}

/** An organization that a claim is shared with, as the survivor sees it. */
export interface ShareView {
  readonly caseId: string
  readonly organizationName: string
  readonly choice: ShareChoice
  readonly since: Date
  /** The actions of its members, newest first, with roles and without names. */
  readonly uses: readonly ShareUse[]
}

type ShareResult =
  | { readonly ok: true }
  /**
   * `ended`: the session has ended. `gone`: the code was used, is too old, or never existed. `shared`: this organization has the claim
   * already.
   */
  | { readonly ok: false; readonly reason: 'ended' | 'gone' | 'shared' }

/** Sharing of a claim by the survivor. `session` is the value of the survivor's session cookie. */
export interface CaseShares {
  /** Finds the organization of a code; its name is `null` where the code is not valid. */
  readonly findCode: (
    code: string,
    clientKey: string,
  ) => Promise<{ readonly ok: true; readonly organizationName: string | null } | SlowDown>
  readonly share: (session: string | null, code: string, choice: ShareChoice, clientKey: string) => Promise<ShareResult | SlowDown>
  /** `null` where the session has ended. */
  readonly list: (session: string | null) => Promise<readonly ShareView[] | null>
  /** Changes the shared parts; returns false where the claim is not shared (any more), or the session has ended. */
  readonly change: (session: string | null, caseId: string, choice: ShareChoice) => Promise<boolean>
  readonly takeBack: (session: string | null, caseId: string) => Promise<boolean>
}

/** Most lines of the record that a survivor sees of a share, before equal lines of a day are merged. */
const USES_SHOWN = 500
/** Roles whose actions the survivor is shown; the survivor's own are left out. */
const BY_MEMBERS: readonly (Role | 'survivor' | 'system')[] = ['owner', 'supervisor', 'caseworker', 'volunteer', 'trainer']

export function createCaseShares(context: CaseworkContext, throttle: Throttle): CaseShares {
  const { transact, now, wrapping } = context
  const inSession = createInSession(context, now)
  const readInSession = createReadInSession(context, now)

  return {
    async findCode(code, clientKey) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const name = await transact(async transaction => {
        const row = await findShareCode(context, transaction, code)
        return (
          row && openOrganization(context, await transaction.organization.findUniqueOrThrow({ where: { id: row.organizationId } })).name
        )
      })
      return { ok: true, organizationName: name }
    },

    async share(session, code, choice, clientKey) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return slowDown(counted.retryAfterSeconds)
      const result = await inSession(session, async (transaction, open): Promise<ShareResult> => {
        const found = await findShareCode(context, transaction, code)
        if (!found) return { ok: false, reason: 'gone' }
        const { organizationId, memberId } = found
        const there = await transaction.case.count({ where: { draftId: open.row.id, organizationId, grant: { not: null } } })
        if (there > 0) return { ok: false, reason: 'shared' }
        if (!(await useShareCode(transaction, found))) return { ok: false, reason: 'gone' }
        const { teamId } = await transaction.member.findUniqueOrThrow({ where: { id: memberId }, select: { teamId: true } })
        const draft = await sealedByParts(transaction, open)
        await makeCase(transaction, organizationId, { draft, grant: grantOf(open.keys, choice), teamId, memberId })
        return { ok: true }
      })
      return result ?? { ok: false, reason: 'ended' }
    },

    list: session =>
      readInSession(session, async (transaction, { row }) => {
        const cases = await transaction.case.findMany({
          where: { draftId: row.id, grant: { not: null } },
          include: { organization: true },
          orderBy: { createdAt: 'asc' },
        })
        const views: ShareView[] = []
        for (const { organization, ...shared } of cases) {
          const { key, name } = openOrganization(context, organization)
          const grant = openGrant(key, shared)
          if (grant)
            views.push({
              caseId: shared.id,
              organizationName: name,
              choice: choiceOf(grant),
              since: shared.createdAt,
              uses: await usesOf(transaction, shared),
            })
        }
        return views
      }),

    async change(session, caseId, choice) {
      const changed = await inSession(session, async (transaction, open) => {
        const shared = await transaction.case.findUnique({
          where: { id: caseId, draftId: open.row.id, grant: { not: null } },
          include: { organization: true },
        })
        if (!shared) return false
        const { organization, ...row } = shared
        await sealedByParts(transaction, open)
        const grant = sealGrant(openOrganizationKey(wrapping, organization), row.id, grantOf(open.keys, choice))
        await transaction.case.update({ where: { id: row.id }, data: { grant, keyId: open.row.keyId }, select: { id: true } })
        await refreshCases(context, transaction, open.row)
        await recordFor(context, transaction, row.organizationId, 'survivor', 'case.shared', row.id)
        return true
      })
      return changed ?? false
    },

    async takeBack(session, caseId) {
      const taken = await inSession(session, async (transaction, open) => {
        const row = await transaction.case.findUnique({ where: { id: caseId, draftId: open.row.id, grant: { not: null } } })
        if (!row) return false
        await recordFor(context, transaction, row.organizationId, 'survivor', 'case.taken-back', row.id)
        await closeClaim(transaction, row, open.keys, now())
        return true
      })
      return taken ?? false
    },
  }

  /** Makes the case of the organization that the claim is shared with. */
  async function makeCase(
    transaction: Transaction,
    organizationId: string,
    { draft, grant, teamId, memberId }: { draft: Draft; grant: Grant; teamId: string | null; memberId: string },
  ): Promise<void> {
    const head = await transaction.organization.update({ where: { id: organizationId }, data: HELD_ORGANIZATION })
    const key = openOrganizationKey(wrapping, head)
    const { id } = await placeCase(context, transaction, key, { draft, grant, about: NO_WORDS, place: { teamId, memberIds: [memberId] } })
    await addToRecord(transaction, key, head, now(), [{ by: 'survivor', kind: 'case.shared', caseId: id }])
  }

  async function usesOf(transaction: Transaction, { id }: Case): Promise<ShareUse[]> {
    const lines = await transaction.caseRecord.findMany({
      where: { caseId: id, role: { in: [...BY_MEMBERS] } },
      orderBy: { place: 'desc' },
      take: USES_SHOWN,
    })
    return lines.map(({ kind, role, at }) => ({ kind: kind as CaseRecordKind, role: role as Role, at }))
  }
}

/** The parts that the organization gets. It never gets the data key. */
function grantOf(keys: DraftKeys, { story, papers, mayEdit }: ShareChoice): Grant {
  const given: Readonly<Record<DraftPart, boolean>> = { answers: true, story, papers }
  const parts = Object.fromEntries(DRAFT_PARTS.map(part => [part, given[part] ? keys.parts[part] : null])) as DraftKeys['parts']
  return { keys: { ...keys, parts, root: null }, mayEdit, dataKey: null }
}

const choiceOf = ({ keys, mayEdit }: Grant): ShareChoice => ({
  story: keys.parts.story !== null,
  papers: keys.parts.papers !== null,
  mayEdit,
})

/**
 * Reseals each part of a draft under its own key. Rows from before drafts had parts are sealed under the data key, which is never shared.
 */
async function sealedByParts(transaction: Transaction, { row, keys }: OpenSession): Promise<Draft> {
  const draft = await transaction.draft.update({ where: { id: row.id }, data: sealContent(keys, openContent(keys, row)) })
  await rekeyExhibits(transaction, keys, keys)
  return draft
}
