import { randomUUID } from 'node:crypto'
import type { Actor, Target } from '#machines/casework/permissions.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { targetOf, type OrganizationRow } from './on-case.server.ts'
import {
  type CaseAbout,
  type DraftContent,
  type Grant,
  keepShared,
  sealAbout,
  sealContent,
  type SealedColumns,
  sealGrant,
  STAFF_DRAFT_KEPT_UNTIL,
  summaryColumns,
  summaryOf,
  writeSearchIndexes,
} from '#app/data/drafts/index.server.ts'
import type { CaseworkContext, OrganizationKey } from '#app/data/organizations/index.server.ts'
import type { Transaction } from '#app/data/engine/index.server.ts'
import { allKeys, makeDataKey } from '#app/keys/draft-keys.server.ts'
import type { Draft } from '../generated/sqlite/client.ts'

/** The content of a new case. */
export interface FreshCase extends Pick<DraftContent, 'answers' | 'status' | 'language'> {
  readonly about: CaseAbout
  readonly place: CasePlace
}

/** The team of a case, and the members who work on it. */
export interface CasePlace {
  readonly teamId: string | null
  readonly memberIds: readonly string[]
}

/** The place of a case that belongs to the member who makes it. */
export const ownPlace = ({ teamId, memberId }: Actor): CasePlace => ({ teamId, memberIds: [memberId] })

/** The target of a member's permission to make a case in this place. */
export const placeTarget = ({ organizationId }: Actor, { teamId, memberIds }: CasePlace): Target =>
  targetOf({ organizationId, teamId }, memberIds)

/** Empty words about a case that came from outside and has no name here yet, or that was erased. */
export const NO_WORDS: CaseAbout = { label: '', otherSide: [] }

/** Makes a case and its claim for the asking member, in the transaction that writes the record. */
export async function beginCase(
  context: CaseworkContext,
  transaction: Transaction,
  { key, concerns }: OrganizationRow,
  { about, answers, status, language, place }: FreshCase,
) {
  const at = new Date(context.now())
  const dataKey = makeDataKey(randomUUID(), 1)
  const keys = allKeys(dataKey)
  const { draftId, keyId } = dataKey
  const columns = sealContent(keys, { answers, status, language, authors: authorsOf(answers) })
  const draft = { id: draftId, keyId, ...columns, story: columns.story ?? null }
  await transaction.draft.create({
    data: { ...draft, createdAt: at, updatedAt: at, deleteAfter: STAFF_DRAFT_KEPT_UNTIL },
    select: { id: true },
  })
  const grant: Grant = { keys: { ...keys, root: null }, mayEdit: true, dataKey }
  const { id, number } = await placeCase(context, transaction, key, {
    draft,
    grant,
    about,
    place,
  })
  concerns(id)
  return { id, number, keys }
}

/** Makes the case of an organization that a claim was given to. The case gets a number, and lists and search find it. */
export async function placeCase(
  context: CaseworkContext,
  transaction: Transaction,
  key: OrganizationKey,
  {
    draft,
    grant,
    about,
    place: { teamId, memberIds },
  }: {
    readonly draft: Pick<Draft, 'id' | 'keyId'> & SealedColumns
    readonly grant: Grant
    readonly about: CaseAbout
    readonly place: CasePlace
  },
): Promise<{ readonly id: string; readonly number: number }> {
  const { organizationId } = key
  const [id, at] = [randomUUID(), new Date(context.now())]
  const { caseCount: number } = await transaction.organization.update({
    where: { id: organizationId },
    data: { caseCount: { increment: 1 } },
  })
  const summary = summaryOf(grant, draft, context.now())
  await transaction.case.create({
    data: {
      id,
      organizationId,
      number,
      teamId,
      draftId: draft.id,
      grant: sealGrant(key, id, grant),
      keyId: draft.keyId,
      about: sealAbout(key, id, about),
      ...summaryColumns(key, id, summary),
      createdAt: at,
      changedAt: at,
      assignments: { create: memberIds.map(memberId => ({ memberId })) },
    },
    select: { id: true },
  })
  await transaction.draft.update({ where: { id: draft.id }, data: { everShared: true }, select: { id: true } })
  await keepShared(transaction, draft.id, grant.keys, context.now())
  await writeSearchIndexes(transaction, key, id, summary, about)
  return { id, number }
}

/** All pages of a claim that an organization begins are in the organization's words. */
const authorsOf = (answers: ClaimAnswers) => Object.fromEntries(Object.keys(answers).map(page => [page, 'staff']))
