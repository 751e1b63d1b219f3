import type { CitationId } from '#machines/law/citations.ts'
import { CALVCB } from '#machines/law/contacts.ts'
import { DEADLINES } from '#machines/law/deadlines.ts'
import { mayBeUnder } from '#machines/rules/age.ts'
import { processingDates } from '#machines/rules/processing-dates.ts'
import { formatDate } from '#app/i18n/format.ts'
import { findCenter } from '../county-center.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Block, Point, Row, Sheet } from '../sheet.ts'
import { claimantPath } from '../signers.ts'
import { aboutAnother } from './about-another.ts'
import { keptPoint, sourcesOf } from './kept-point.ts'

/** One later letter: the id of its text, the parameters of the text, who can help with it, and the sources of its rules. */
interface Letter {
  readonly id: string
  readonly params?: Readonly<Record<string, unknown>>
  /** The count for the plural of `byWhen`, when it differs from the other parts. */
  readonly count?: number
  readonly helper: 'calvcb' | 'center' | 'lawyer' | 'liens'
  readonly sources: readonly CitationId[]
}

const PARTS = ['says', 'do', 'byWhen'] as const

/** For each letter that may come later: what it says, what to do, by when, and who helps. */
export function keptLaterLetters(telling: KeptTelling): Sheet {
  const { t, language } = telling
  return {
    id: 'later-letters',
    title: t('keep:later.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('keep:later.intro') },
      ...aboutAnother(telling),
      ...letters(telling).flatMap(letter => letterBlocks(telling, letter)),
    ],
  }
}

function letters(telling: KeptTelling): Letter[] {
  const { claim, today, mailOn, language } = telling
  const receipt = processingDates(mailOn ?? today).find(({ step }) => step === 'receipt')
  const days = (name: keyof typeof DEADLINES) => DEADLINES[name].amount
  const repay = { email: CALVCB.lienEmail.value, phone: CALVCB.lienPhone.value, address: CALVCB.repaymentMail.lines.join(', ') }
  return [
    {
      id: 'receipt',
      params: { date: receipt ? formatDate(receipt.to, language) : '', phone: CALVCB.phone.value },
      helper: 'calvcb',
      sources: ['sji-how-to-apply'],
    },
    { id: 'missing', count: days('incomplete'), helper: 'center', sources: [DEADLINES.incomplete.citation] },
    ...(claim.emergency?.requested === true
      ? [
          {
            id: 'emergency',
            params: { days: days('emergencyAward'), more: days('emergencyExtension') },
            helper: 'center',
            sources: [DEADLINES.emergencyAward.citation, 'calvcb-how-compensation-works'],
          } as const,
        ]
      : []),
    { id: 'eligibility', count: days('expense'), helper: 'center', sources: [DEADLINES.expense.citation] },
    { id: 'income', count: days('appeal'), helper: 'center', sources: ['sji-how-to-apply', DEADLINES.appeal.citation] },
    {
      id: 'denial',
      params: { address: CALVCB.appealsMail.lines.join(', ') },
      count: days('appeal'),
      helper: 'lawyer',
      sources: [DEADLINES.appeal.citation],
    },
    { id: 'repay', params: repay, count: days('lienNotice'), helper: 'liens', sources: [DEADLINES.lienNotice.citation, 'gov-13963'] },
    {
      id: 'payment',
      params: { age: days('payAge') },
      helper: 'calvcb',
      sources: ['sji-how-to-apply', ...(mayBePaidLater(telling) ? [DEADLINES.payAge.citation] : [])],
    },
  ]
}

function letterBlocks(telling: KeptTelling, { id, params, count, helper, sources }: Letter): Block[] {
  const { t } = telling
  const rows = PARTS.map((part): Row => {
    const text = t(`keep:later.${id}.${part}`, { ...params, ...(part === 'byWhen' && count !== undefined && { count }) })
    const more = id === 'payment' && part === 'says' && mayBePaidLater(telling) ? t('keep:later.payment.child', params) : ''
    return { label: t(`keep:later.part.${part}`), value: [text, more].filter(Boolean).join(' '), paths: [] }
  })
  const plain = (part: string, value: string): Row => ({ label: t(`keep:later.part.${part}`), value, paths: [] })
  return [
    { kind: 'heading', text: t(`keep:later.${id}.title`) },
    { kind: 'rows', rows: [...rows, plain('helps', helps(telling, helper)), plain('source', sourcesOf(telling, sources))] },
    ...(id === 'denial' ? [{ kind: 'points' as const, items: afterDenial(telling) }] : []),
  ]
}

/** Whether the person who gets the money can be so young that it waits, also where their birth date is not known. */
function mayBePaidLater({ claim, today }: KeptTelling): boolean {
  const birthDate = claim[claimantPath(claim)]?.birthDate
  return birthDate === undefined || mayBeUnder(DEADLINES.payAge.amount, birthDate, today)
}

/** What comes after an appeal: the hearing, the decision, and a court. Two CalVCB pages differ about the days for the hearing. */
function afterDenial(telling: KeptTelling): Point[] {
  const { hearingRequest, hearingInformation, appealDecision, writAfterDelivery, writAfterMailing } = DEADLINES
  return [
    keptPoint(telling, 'later.denial.hearing', hearingRequest.citation, {
      request: hearingRequest.amount,
      information: hearingInformation.amount,
    }),
    keptPoint(telling, 'later.denial.decision', appealDecision.citation, { months: appealDecision.amount }),
    keptPoint(telling, 'later.denial.court', writAfterMailing.citation, {
      delivered: writAfterDelivery.amount,
      mailed: writAfterMailing.amount,
    }),
  ]
}

function helps({ claim, t }: KeptTelling, helper: Letter['helper']): string {
  const center = findCenter(claim)
  const local = center
    ? t('keep:later.helps.center', { name: center.name, phone: center.phone })
    : t('keep:later.helps.findCenter', { calvcb: CALVCB.phone.value })
  if (helper === 'calvcb') return t('keep:later.helps.calvcb', { phone: CALVCB.phone.value })
  if (helper === 'liens') return t('keep:later.helps.liens', { phone: CALVCB.lienPhone.value, email: CALVCB.lienEmail.value })
  return helper === 'lawyer' ? t('keep:later.helps.lawyer', { local }) : local
}
