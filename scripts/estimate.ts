import { ASSUMPTIONS, type AssumptionId } from '#machines/law/assumptions.ts'
import { CITATIONS, isVerified, type CitationId } from '#machines/law/citations.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { incomeLoss } from '#machines/rules/income-loss.ts'
import { missingItems } from '#machines/rules/missing.ts'
import type { Reason } from '#machines/rules/reason.ts'
import { findOfferedLanguage, getLanguage } from '#app/i18n/languages.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { reasonText } from '#app/packet/explain.ts'
import { inputError, readClaim, runCommand, type ClaimInput } from './claim-input.ts'

function source(id: CitationId) {
  const { text, source: address, confidence } = CITATIONS[id]
  return { text, source: address, confidence, verified: isVerified(id) }
}

/** All results for one claim, with the sentences of its language (English where that one is not offered). */
function results({ claim, today }: ClaimInput) {
  const { code } = findOfferedLanguage(claim.language) ?? getLanguage('en')
  const t = getTranslate(code)
  const reasons = (list: readonly Reason[]) =>
    list.map(reason => ({
      code: reason.code,
      effect: reason.effect,
      text: reasonText(t, code, reason),
      citation: source(reason.citation),
      ...(reason.params && { params: reason.params }),
    }))
  const assumptions = (list: readonly AssumptionId[]) =>
    list.map(id => ({ id, text: t(`rules:assumption.${id}`), citation: source(ASSUMPTIONS[id]) }))
  const claimResult = eligibility(claim, today)
  const deadline = filingDeadline(claim, today)
  const loss = incomeLoss(claim.work, today)
  return {
    today,
    eligibility: {
      outcome: claimResult.outcome,
      reasons: reasons(claimResult.reasons),
      notes: reasons(claimResult.notes),
      assumptions: assumptions(claimResult.assumptions),
    },
    deadline: { ...deadline, reasons: reasons(deadline.reasons), assumptions: assumptions(deadline.assumptions) },
    incomeLoss: { ...loss, reasons: reasons(loss.reasons), assumptions: assumptions(loss.assumptions) },
    missing: missingItems(claim).map(({ item, path, citation }) => ({
      item,
      path,
      text: t(`rules:missing.${item}`),
      citation: source(citation),
    })),
  }
}

await runCommand(() => {
  const [file, ...rest] = process.argv.slice(2)
  if (file === undefined || rest.length > 0) throw inputError('usage.estimate')
  process.stdout.write(`${JSON.stringify(results(readClaim(file)), null, 2)}\n`)
})
