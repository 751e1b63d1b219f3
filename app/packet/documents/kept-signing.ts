import { filingDeadline } from '#machines/rules/deadline.ts'
import { assumptionPoint } from '../explain.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Block, Cell, Point, Sheet } from '../sheet.ts'
import { signerName, signerOf } from '../signers.ts'
import { sheetName } from './kept-enclosed.ts'
import { helperKind, type HelperKind } from '#machines/rules/helper-kind.ts'
import { keptPoint } from './kept-point.ts'
import { isTranslated } from './translation-blocks.ts'
import { translationNote } from './translation-note.ts'

/** Who signs what, in the order that the rules set: an attorney before the claimant, an advocate before the claimant or on the same day. */
export function keptSigning(telling: KeptTelling): Sheet {
  const { t, language } = telling
  return {
    id: 'signing-guide',
    title: t('keep:signing.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'points', ordered: true, items: steps(telling) },
      { kind: 'heading', text: t('keep:signing.which') },
      whoSigns(telling),
      { kind: 'heading', text: t('keep:signing.how') },
      { kind: 'points', items: [...manners(telling), assumptionPoint(t, 'signature-form-not-read')] },
      ...translationNote(telling),
    ],
  }
}

/** The steps in the order of signing. */
function steps(telling: KeptTelling): Point[] {
  const { claim, t } = telling
  const helper = helperKind(claim)
  const name = claim.representative?.name?.trim()
  const who = helper && (name ? t('keep:signing.named', { who: t(`keep:signing.who.${helper}`), name }) : t(`keep:signing.who.${helper}`))
  const first =
    helper === null
      ? []
      : [
          keptPoint(
            telling,
            helper === 'other' ? 'signing.step.other' : 'signing.step.helper',
            helper === 'attorney' ? '2-ccr-649.21' : 'calvcb-for-advocates',
            { who },
          ),
        ]
  return [...first, signerStep(telling, helper)]
}

function signerStep(telling: KeptTelling, helper: HelperKind | null): Point {
  const { claim, t } = telling
  const when = t(`keep:signing.when.${helper === null ? 'alone' : helper === 'attorney' ? 'after' : 'sameDay'}`)
  if (signerOf(claim) === 'claimant') return keptPoint(telling, 'signing.step.own', 'gov-13952-b', { when })
  const who = t(`keep:signing.who.${claim.guardian?.authority ?? 'guardian'}`)
  const name = signerName(claim)
  return keptPoint(telling, 'signing.step.guardian', 'gov-13952-b', { who: name ? t('keep:signing.named', { who, name }) : who, when })
}

/** A row for each paper with a line to sign; CalVCB's own forms come first. */
function whoSigns(telling: KeptTelling): Block {
  const { claim, today, mail, t } = telling
  const helper = helperKind(claim)
  const own = t(`keep:signing.short.${signerOf(claim)}`)
  const inOrder = (first: HelperKind) => t('keep:signing.short.inOrder', { first: t(`keep:signing.short.${first}`), then: own })
  const both = helper ? inOrder(helper) : own
  // Any kind of helper signs the authorization first.
  const withHelper = inOrder(helper ?? 'other')
  const signed = mail.filter(({ blocks }) => blocks.some(block => block.kind === 'signature' && block.lines.length > 0))
  const row = (paper: string, who: string): Cell[] => [{ text: paper }, { text: who }]
  return {
    kind: 'table',
    columns: [
      { text: t('keep:column.paper'), weight: 3 },
      { text: t('keep:column.signs'), weight: 3 },
    ],
    rows: [
      row(t('keep:before.enclose.form'), both),
      ...(filingDeadline(claim, today).lateFilingStatement ? [row(t('keep:before.enclose.lateFiling'), own)] : []),
      ...(helper === 'advocate' ? [row(t('keep:before.enclose.representative'), t('keep:signing.short.advocate'))] : []),
      ...signed.map(sheet =>
        row(sheetName(sheet, telling), sheet.id === 'representative' ? withHelper : signerOfSheet(sheet, telling, own)),
      ),
    ],
  }
}

/** A translator signs a translation. The id of another sheet that somebody else signs contains that person's role. */
function signerOfSheet(sheet: Sheet, { t }: KeptTelling, own: string): string {
  if (isTranslated(sheet)) return t('keep:signing.short.translator')
  const other = (['witness', 'caseworker', 'attorney'] as const).find(who => sheet.id.includes(who))
  return other ? t(`keep:signing.short.${other}`) : own
}

function manners(telling: KeptTelling): Point[] {
  const { claim } = telling
  const helper = helperKind(claim)
  const doubt = signerOf(claim) === 'guardian' && claim.guardian?.tookPart !== undefined && claim.guardian.tookPart !== 'no'
  return [
    ...(doubt ? [keptPoint(telling, 'before.care.guardian', 'gov-13952')] : []),
    keptPoint(telling, 'signing.manner.hand'),
    keptPoint(telling, 'signing.manner.place', 'ccp-2015.5'),
    keptPoint(telling, 'signing.manner.true', 'gov-13952'),
    keptPoint(telling, 'signing.manner.once', '2-ccr-649-signature'),
    ...(signerOf(claim) === 'guardian' ? [keptPoint(telling, 'signing.manner.guardian', '2-ccr-649.7')] : []),
    ...(helper === 'attorney' ? [keptPoint(telling, 'signing.manner.attorneyLater', '2-ccr-649.21')] : []),
    ...(helper
      ? [keptPoint(telling, 'signing.manner.consent', 'ab-1140')]
      : [keptPoint(telling, 'signing.manner.helpLater', '2-ccr-649.21')]),
    keptPoint(telling, 'signing.manner.nobody'),
  ]
}
