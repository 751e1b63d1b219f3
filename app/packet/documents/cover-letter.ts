import { CALVCB } from '#machines/law/contacts.ts'
import { formatDate } from '#app/i18n/format.ts'
import { addressLines, letterLanguage, type Telling } from '../answers.ts'
import type { Sheet } from '../sheet.ts'
import { claimantPath, fullName, signerOf } from '../signers.ts'
import { sender } from './sender.ts'

/** The letter on top of the part to mail: it says who writes, what is inside, and how to reach the person safely. */
export function coverLetter(telling: Telling): Sheet {
  const { claim, today, t, language } = telling
  return {
    id: 'cover-letter',
    title: t('packet:cover.title'),
    eyebrow: t('packet:eyebrow.letter'),
    language,
    blocks: [
      sender(telling.claim),
      {
        kind: 'paragraph',
        text: t('packet:cover.prepared', { date: formatDate(today, language) }),
        paths: claim.today === undefined ? [] : ['today'],
      },
      { kind: 'address', lines: CALVCB.applicationMail.lines },
      { kind: 'paragraph', text: t('packet:cover.greeting') },
      { kind: 'paragraph', text: purpose(telling) },
      { kind: 'paragraph', text: t('packet:cover.companion') },
      { kind: 'heading', text: t('packet:cover.enclosed') },
      { kind: 'checks', items: [{ text: t('statements:contents.enclosed') }, ...papers(telling)] },
      { kind: 'heading', text: t('packet:cover.reach') },
      { kind: 'points', items: requests(telling).map(text => ({ text })) },
      {
        kind: 'signature',
        sentences: [],
        lines: [
          [
            { label: t('packet:sign.signature'), weight: 2 },
            { label: t('packet:sign.printedName'), weight: 2 },
            { label: t('packet:sign.date'), weight: 1 },
          ],
        ],
      },
    ],
  }
}

function purpose({ claim, t }: Telling): string {
  const victim = fullName(claim.victim)
  if (signerOf(claim) === 'guardian')
    return victim ? t('packet:cover.purpose.guardianFor', { name: victim }) : t('packet:cover.purpose.guardian')
  if (claim.filer === 'family-member')
    return victim ? t('packet:cover.purpose.familyFor', { name: victim }) : t('packet:cover.purpose.family')
  return t('packet:cover.purpose.victim')
}

/** The papers that go into the envelope besides the sheets. The table of contents after the letter lists the sheets. */
function papers({ claim, t }: Telling) {
  return [
    { text: t('packet:cover.officialForm') },
    ...(signerOf(claim) === 'guardian' ? [{ text: t('packet:value.authorityPaper') }] : []),
    ...((claim.evidence?.length ?? 0) > 0 ? [{ text: t('packet:cover.copies') }] : []),
  ]
}

/** What the letter asks of CalVCB. It names only what was answered. */
function requests(telling: Telling): string[] {
  const { claim, t } = telling
  const person = claim[claimantPath(claim)]
  const { victim, emergency, representative } = claim
  const own = claimantPath(claim) === 'victim'
  const language = letterLanguage(victim?.preferredLanguage, telling)
  const say = (condition: unknown, key: string, params?: Record<string, string>) =>
    condition ? [t(`packet:cover.request.${key}`, params)] : []
  // A guardian writes this letter, so their own phone stands here if they gave one; the application has the victim's.
  const signs = signerOf(claim) === 'guardian' ? claim.guardian : undefined
  const phone = signs?.phone?.trim() || person?.phone?.trim()
  const ofVictim = own && !signs?.phone?.trim()
  const calls = [
    ...say(phone, 'phone', { phone: phone ?? '' }),
    ...say(ofVictim && victim?.safeTimes?.trim(), 'times', { times: victim?.safeTimes ?? '' }),
    ...say(ofVictim && victim?.messagesSafe === false, 'noMessages'),
  ]
  return [
    ...say(language, 'language', { language: language ?? '' }),
    ...say(addressLines(person?.mailingAddress).length > 0, 'mail'),
    // Of a child in Safe at Home, the sheet on where to send letters tells.
    ...say(own && signerOf(claim) !== 'guardian' && victim?.safeAtHome === true, 'safeAtHome'),
    ...(calls.length > 0 ? [calls.join(' ')] : []),
    ...say(emergency?.requested === true, 'emergency'),
    ...say(representative?.name?.trim(), 'representative', { name: representative?.name ?? '' }),
    ...say(true, 'office'),
  ]
}
