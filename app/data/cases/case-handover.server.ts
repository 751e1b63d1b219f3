import { randomUUID } from 'node:crypto'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Phrase } from '#app/security/phrase/make-phrase.server.ts'
import type { Throttle } from '#app/security/throttle/throttle.server.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { NO_WORDS, placeCase } from './case-begin.server.ts'
import type { CaseResult, OnCase } from './on-case.server.ts'
import { addToRecord, type CaseworkContext, HELD_ORGANIZATION, openOrganizationKey } from '#app/data/organizations/index.server.ts'
import { closeClaim, type PhraseMaker, rekeyDraft } from '#app/data/drafts/index.server.ts'
import { sealNote } from './case-note-seals.server.ts'
import { allKeys } from '#app/keys/draft-keys.server.ts'
import { findShareCode, useShareCode } from './share-codes.server.ts'
import { slowDown, type SlowDown } from '#app/security/throttle/slow-down.server.ts'

/** `not-ours`: the organization did not begin the claim, or handed it over, so only the survivor can make a phrase for it, or move it. */
type HandOverResult = { readonly ok: true; readonly phrase: Phrase } | { readonly ok: false; readonly reason: 'not-ours' } | SlowDown

/** `gone`: the other organization's code is used up, too old, or wrong. `same`: it is the own organization's. */
type TransferResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'not-ours' | 'gone' | 'same' } | SlowDown

/** Ways for a claim to leave the organization that began it. */
export interface CaseHandOver {
  /**
   * Makes a phrase that opens the claim, for the survivor. The phrase is in the answer and nowhere else, so print it now. From then on the
   * organization has the keys to the parts, and not the key that makes phrases.
   * @param keep whether the organization goes on helping; otherwise its keys are destroyed
   */
  readonly handOver: (actor: Actor, number: number, language: LanguageCode, keep: boolean) => Promise<CaseResult<HandOverResult>>
  /**
   * Gives the claim to another organization and destroys the own keys to it.
   * @param consent how the survivor agreed, in words; stored as a note on both sides
   * @param clientKey where the request came from, for counting tries at codes
   */
  readonly transfer: (actor: Actor, number: number, code: string, consent: string, clientKey: string) => Promise<CaseResult<TransferResult>>
}

export function createCaseHandOver(context: CaseworkContext, onCase: OnCase, phrases: PhraseMaker, throttle: Throttle): CaseHandOver {
  return {
    async handOver(actor, number, language, keep) {
      // Making a phrase is costly, so a member who may not hand over, or cannot, is told before.
      const asked = await onCase.claim(actor, 'share:case', number, 'case.read', (_transaction, { grant }) =>
        Promise.resolve(grant.dataKey !== null),
      )
      if (!asked.ok) return asked
      if (!asked.value) return { ok: true, value: { ok: false, reason: 'not-ours' } }
      const made = await phrases.withNew(language, phrase =>
        onCase.claim(actor, 'share:case', number, 'case.handed-over', async (transaction, { row, draft, grant, nothingDone }) => {
          if (!grant.dataKey) {
            nothingDone()
            return false
          }
          await rekeyDraft(context, transaction, draft, allKeys(grant.dataKey), phrase)
          if (!keep) await closeClaim(transaction, row, null, context.now())
          return true
        }),
      )
      if (!made.ok) return { ok: true, value: made }
      if (!made.value.ok) return made.value
      return { ok: true, value: made.value.value ? { ok: true, phrase: made.phrase } : { ok: false, reason: 'not-ours' } }
    },

    async transfer(actor, number, code, consent, clientKey) {
      const counted = await throttle.count({ address: clientKey, row: null })
      if (!counted.ok) return { ok: true, value: slowDown(counted.retryAfterSeconds) }
      return onCase.claim(
        actor,
        'transfer:case',
        number,
        'case.transferred',
        async (transaction, { row, key, draft, grant, nothingDone }): Promise<TransferResult> => {
          const refused = (reason: 'not-ours' | 'gone' | 'same'): TransferResult => {
            nothingDone()
            return { ok: false, reason }
          }
          if (!grant.dataKey) return refused('not-ours')
          const found = await findShareCode(context, transaction, code)
          if (!found) return refused('gone')
          if (found.organizationId === actor.organizationId) return refused('same')
          if (!(await useShareCode(transaction, found))) return refused('gone')
          const at = new Date(context.now())
          const head = await transaction.organization.update({ where: { id: found.organizationId }, data: HELD_ORGANIZATION })
          const theirs = openOrganizationKey(context.wrapping, head)
          const { teamId } = await transaction.member.findUniqueOrThrow({ where: { id: found.memberId }, select: { teamId: true } })
          const { id } = await placeCase(context, transaction, theirs, {
            draft,
            grant,
            about: NO_WORDS,
            place: { teamId, memberIds: [found.memberId] },
          })
          for (const [side, caseId, memberId] of [
            [key, row.id, actor.memberId],
            [theirs, id, found.memberId],
          ] as const) {
            const note = randomUUID()
            await transaction.caseNote.create({
              data: { id: note, caseId, memberId, text: sealNote(side, caseId, note, consent), createdAt: at, changedAt: at },
              select: { id: true },
            })
          }
          await addToRecord(transaction, theirs, head, context.now(), [{ by: 'system', kind: 'case.received', caseId: id }])
          await closeClaim(transaction, row, null, context.now())
          return { ok: true }
        },
      )
    },
  }
}
