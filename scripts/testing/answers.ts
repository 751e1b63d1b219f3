import { formatMoney } from '#app/i18n/format.ts'
import { dateAnswer, hoursAnswer, letterLanguage, type Telling } from '#app/packet/answers.ts'

const valueAt = (claim: unknown, dotted: string): unknown =>
  dotted.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], claim)

/** Enumerations: which part of `terms.json` or `packet.json` names the choices at a path. */
const CHOICES: Readonly<Record<string, string>> = {
  filer: 'terms:filer',
  'claimant.capacity': 'terms:capacity',
  'guardian.authority': 'terms:authority',
  'guardian.tookPart': 'terms:tookPart',
  'crime.kinds': 'terms:kind',
  'work.employerSize': 'terms:employerSize',
  evidence: 'packet:evidence.evidence',
  incomeEvidence: 'packet:evidence.incomeEvidence',
  'otherSources.kind': 'terms:source',
  'otherSources.state': 'terms:sourceState',
  'otherLosses.kind': 'terms:loss',
  paymentPauses: 'terms:pause',
  'representative.kind': 'terms:representativeKind',
}

/** The words in which an answer stands on paper. */
export function wordsOf(telling: Telling, dotted: string): string {
  const value = valueAt(telling.claim, dotted)
  const place = dotted.replaceAll(/\.\d+/g, '')
  const text = typeof value === 'string' ? value : ''
  if (value === null || Array.isArray(value)) return telling.t('terms:none')
  if (typeof value === 'boolean') return telling.t(value ? 'terms:yes' : 'terms:no')
  if (CHOICES[place]) return telling.t(`${CHOICES[place]}.${text}`)
  if (dotted.endsWith('Cents')) return formatMoney(Number(value), telling.language)
  if (typeof value === 'number') return hoursAnswer(telling, value, dotted).words ?? ''
  if (place === 'victim.preferredLanguage') return letterLanguage(text, telling) ?? ''
  if (/(birthDate|deathDate|start|end|discovered|date|from|to|today)$/i.test(place)) return dateAnswer(telling, text, dotted).words ?? ''
  return text
}

/** Text without white space: a value may stand on several lines. */
export const tight = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '')
