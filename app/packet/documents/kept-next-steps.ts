import { CALVCB } from '#machines/law/contacts.ts'
import { DEADLINES, PROCESSING, type ProcessingId } from '#machines/law/deadlines.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import type { Telling } from '../answers.ts'
import { findCenter } from '../county-center.ts'
import { assumptionPoint, sourceLine } from '../explain.ts'
import { signerOf } from '../signers.ts'
import type { Block, Point, Sheet } from '../sheet.ts'

/** What to do with the papers: check, sign in the right order, copy, mail; other ways; and what happens when. */
export function keptNextSteps(telling: Telling): Sheet {
  const { t, language } = telling
  return {
    id: 'next-steps',
    title: t('packet:next.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'points', ordered: true, items: steps(telling) },
      { kind: 'points', items: [assumptionPoint(t, 'mailing-address-older-page'), assumptionPoint(t, 'signature-form-not-read'), assumptionPoint(t, 'application-form-not-read')] },
      ...signingOrder(telling),
      ...careBlocks(telling),
      { kind: 'heading', text: t('packet:next.otherWays') },
      { kind: 'points', items: otherWays(telling) },
      { kind: 'heading', text: t('packet:next.timeline') },
      { kind: 'paragraph', text: t('packet:next.timelineIntro') },
      { kind: 'points', ordered: true, items: timeline(telling) },
      { kind: 'heading', text: t('packet:next.after') },
      { kind: 'points', items: afterFiling(telling) },
    ],
  }
}

const sourced = ({ t }: Telling, key: string, citation: CitationId, params?: Record<string, unknown>): Point => ({
  text: t(`packet:next.${key}`, params),
  notes: [sourceLine(t, citation)],
})

function steps(telling: Telling): Point[] {
  const { claim, today, t } = telling
  const plain = (key: string): Point => ({ text: t(`packet:next.step.${key}`) })
  return [
    plain('read'),
    sourced(telling, 'step.form', 'application-form'),
    plain('fillIn'),
    ...(signerOf(claim) === 'guardian' ? [sourced(telling, 'step.authority', '2-ccr-649.7')] : []),
    ...(filingDeadline(claim, today).lateFilingStatement ? [sourced(telling, 'step.lateFiling', 'drs-09059')] : []),
    sourced(telling, 'step.sign', 'gov-13952'),
    plain('copy'),
    sourced(telling, 'step.mail', CALVCB.applicationMail.citation, { address: CALVCB.applicationMail.lines.join(', ') }),
  ]
}

/** An attorney signs before the claimant, an advocate before or on the same day. */
function signingOrder(telling: Telling): Block[] {
  const { representative } = telling.claim
  if (!representative) return []
  const attorney = representative.kind === 'attorney'
  const order = sourced(telling, attorney ? 'order.attorney' : 'order.advocate', attorney ? '2-ccr-649.21' : 'calvcb-for-advocates')
  const authorized = sourced(telling, 'order.authorized', 'ab-1140')
  return [{ kind: 'heading', text: telling.t('packet:next.order.title') }, { kind: 'points', items: [order, authorized] }]
}

/** What to weigh before some papers are mailed: they show more than they are needed for. */
function careBlocks(telling: Telling): Block[] {
  const { evidence, crime, guardian } = telling.claim
  const points = [
    ...(evidence?.includes('ht_caseworker_statement') ? [sourced(telling, 'care.caseworker', 'evid-1038')] : []),
    ...(evidence?.includes('visa_document') ? [sourced(telling, 'care.visa', 'calvcb-trafficking')] : []),
    ...(crime?.circumstances?.trim() ? [{ text: telling.t('packet:next.care.story') }] : []),
    ...(guardian?.tookPart && guardian.tookPart !== 'no' ? [sourced(telling, 'care.guardian', 'gov-13952')] : []),
  ]
  return points.length > 0 ? [{ kind: 'heading', text: telling.t('packet:next.care.title') }, { kind: 'points', items: points }] : []
}

function otherWays(telling: Telling): Point[] {
  const { claim, t } = telling
  const center = findCenter(claim)
  const phones = { calvcb: CALVCB.phone.value }
  const local: Point = center
    ? { text: t('packet:next.way.center', { name: center.name, phone: center.phone }), notes: [t('packet:next.way.callToCheck')] }
    : sourced(telling, 'way.findCenter', '1800victims', phones)
  return [sourced(telling, 'way.online', 'calvcb-how-compensation-works'), local]
}

/** Steps as CalVCB's staff told them, as ranges and never as a promise. */
function timeline(telling: Telling): Point[] {
  const step = (id: ProcessingId): Point => {
    const { lowDays, highDays, citation } = PROCESSING[id]
    return sourced(telling, `time.${id}`, citation, { low: lowDays, high: highDays })
  }
  return [step('receipt'), step('eligibility'), step('assignment'), step('review'), { text: telling.t('packet:next.time.pay') }, step('application')]
}

function afterFiling(telling: Telling): Point[] {
  const { incomplete, appeal, lienNotice, expense } = DEADLINES
  return [
    sourced(telling, 'later.incomplete', incomplete.citation, { count: incomplete.amount }),
    sourced(telling, 'later.expense', expense.citation, { count: expense.amount }),
    sourced(telling, 'later.lien', lienNotice.citation, { count: lienNotice.amount }),
    sourced(telling, 'later.appeal', appeal.citation, { count: appeal.amount }),
  ]
}
