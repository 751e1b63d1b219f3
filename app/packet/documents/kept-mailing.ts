import { CALVCB } from '#machines/law/contacts.ts'
import { findCenter } from '../county-center.ts'
import { assumptionPoint } from '../explain.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Point, Sheet } from '../sheet.ts'
import { keptPoint } from './kept-point.ts'

/** Where to mail the papers, and the ways to apply without mail. */
export function keptMailing(telling: KeptTelling): Sheet {
  const { t, language } = telling
  return {
    id: 'where-to-mail',
    title: t('keep:mailing.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'address', lines: CALVCB.applicationMail.lines },
      {
        kind: 'points',
        items: [
          assumptionPoint(t, 'mailing-address-older-page'),
          keptPoint(telling, 'mailing.call', CALVCB.phone.citation, { phone: CALVCB.phone.value }),
          keptPoint(telling, 'mailing.pages'),
          keptPoint(telling, 'mailing.noEmail', CALVCB.email.citation, { email: CALVCB.email.value }),
          keptPoint(telling, 'mailing.copy'),
        ],
      },
      { kind: 'heading', text: t('keep:mailing.otherWays') },
      { kind: 'points', items: [keptPoint(telling, 'mailing.online', 'calvcb-how-compensation-works'), center(telling)] },
    ],
  }
}

function center(telling: KeptTelling): Point {
  const found = findCenter(telling.claim)
  if (!found) return keptPoint(telling, 'mailing.findCenter', '1800victims', { calvcb: CALVCB.phone.value })
  const { t } = telling
  return { text: t('keep:mailing.center', { name: found.name, phone: found.phone }), notes: [t('keep:mailing.callToCheck')] }
}
