import { CALVCB } from '#machines/law/contacts.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { CitationId } from '#machines/law/citations.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Block, CheckItem, Sheet } from '../sheet.ts'
import { signerOf } from '../signers.ts'
import { hasGaps } from './gaps.ts'
import { enclosedPapers, sheetName } from './kept-enclosed.ts'
import { helperKind } from '#machines/rules/helper-kind.ts'
import { keptPoint, sourcesOf } from './kept-point.ts'
import { isTranslated } from './translation-blocks.ts'

/** The boxes to tick for this claim before the envelope is closed, and what to weigh before some papers are mailed. */
export function keptBeforeMailing(telling: KeptTelling): Sheet {
  const { t, language } = telling
  const group = (name: string, items: readonly CheckItem[]): Block[] => [
    { kind: 'heading', text: t(`keep:before.${name}.title`) },
    { kind: 'checks', items },
  ]
  return {
    id: 'before-mailing',
    title: t('keep:before.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('keep:before.intro') },
      ...careBlocks(telling),
      ...group('fill', fillIn(telling)),
      ...group('sign', sign(telling)),
      ...group('enclose', enclosedPapers(telling)),
      ...group('close', close(telling)),
      { kind: 'paragraph', small: true, text: t('keep:sources', { list: sourcesOf(telling, sources(telling)) }) },
    ],
  }
}

/** What to weigh before some papers are mailed, because they show more than CalVCB needs. */
function careBlocks(telling: KeptTelling): Block[] {
  const { claim, exhibits, withoutStory } = telling
  const { evidence, incomeEvidence, crime, guardian } = claim
  const sends = (kind: string) =>
    [...(evidence ?? []), ...(incomeEvidence ?? [])].some(id => id === kind) || exhibits.some(exhibit => exhibit.kind === kind)
  const points = [
    ...(sends('ht_caseworker_statement') || sends('caseworker_decl') ? [keptPoint(telling, 'before.care.caseworker', 'evid-1038')] : []),
    ...(sends('visa_document') ? [keptPoint(telling, 'before.care.visa', 'calvcb-trafficking')] : []),
    ...(!withoutStory && (crime?.circumstances?.trim() || tellsOfForcedCrime(claim)) ? [keptPoint(telling, 'before.care.story')] : []),
    ...(guardian?.tookPart && guardian.tookPart !== 'no' ? [keptPoint(telling, 'before.care.guardian', 'gov-13952')] : []),
  ]
  return points.length > 0
    ? [
        { kind: 'heading', text: telling.t('keep:before.care.title') },
        { kind: 'points', items: points },
      ]
    : []
}

/** Whether the words on the work may tell of a crime that the person was made to do. */
const tellsOfForcedCrime = ({ crime, work }: ClaimFile): boolean =>
  crime?.kinds?.includes('forced-crime') === true && (work ?? []).some(({ kind }) => kind?.trim())

function fillIn(telling: KeptTelling): CheckItem[] {
  const { mail, t } = telling
  const named = (key: string, sheet: Sheet) => ({ text: t(`keep:before.fill.${key}`, { sheet: sheetName(sheet, telling) }) })
  return [
    { text: t('keep:before.fill.read') },
    { text: `${t('keep:before.fill.form')} ${t('keep:later.helps.calvcb', { phone: CALVCB.phone.value })}` },
    // A translation is a task of its own, below.
    ...mail.filter(sheet => sheet.id !== 'own-words' && hasGaps(sheet)).map(sheet => named('gaps', sheet)),
    ...mail.filter(isTranslated).map(sheet => named('translation', sheet)),
  ]
}

function sign(telling: KeptTelling): CheckItem[] {
  const { claim, t } = telling
  const helper = helperKind(claim)
  return [
    ...(helper ? [{ text: t(`keep:before.sign.${helper}`) }] : []),
    { text: t(signerOf(claim) === 'guardian' ? 'keep:before.sign.guardian' : 'keep:before.sign.own') },
    { text: t('keep:before.sign.place') },
    { text: t('keep:before.sign.true') },
  ]
}

function close({ t }: KeptTelling): CheckItem[] {
  const address = CALVCB.applicationMail.lines.join(', ')
  return ['kept', 'copy', 'address', 'noEmail'].map(key => ({ text: t(`keep:before.close.${key}`, key === 'address' ? { address } : {}) }))
}

/** The sources of the rules behind the boxes. */
function sources({ claim, today }: KeptTelling): CitationId[] {
  const helper = helperKind(claim)
  return [
    'application-form',
    ...(helper === 'attorney' ? (['2-ccr-649.21'] as const) : helper ? (['calvcb-for-advocates'] as const) : []),
    ...(signerOf(claim) === 'guardian' ? (['2-ccr-649.7'] as const) : []),
    ...(filingDeadline(claim, today).lateFilingStatement ? (['drs-09059'] as const) : []),
    CALVCB.applicationMail.citation,
  ]
}
