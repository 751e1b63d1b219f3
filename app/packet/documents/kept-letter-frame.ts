import { nameAnswer, type Telling } from '../answers.ts'
import type { Block, Row, Sheet } from '../sheet.ts'
import { fullName, hasOwnClaimant, signerOf } from '../signers.ts'
import { sender } from './sender.ts'

/** The parts of a letter to an office that differ from letter to letter. */
export interface LetterWords {
  readonly id: string
  /** Key below `keep:letter`. */
  readonly key: string
  /** Name of the office, when an answer gave one. Lines to fill in follow it. */
  readonly office?: { readonly name: string; readonly paths: readonly string[] } | undefined
  readonly body: readonly Block[]
  /** Whether the office belongs to the state or a county and so must accept a Safe at Home address. */
  readonly official: boolean
}

/**
 * A letter to an office, with lines for the date, the address and the signature. It gives a name and the safe mailing
 * address, and never a home address, a phone number or the story.
 */
export function letterFrame(telling: Telling, { id, key, office, body, official }: LetterWords): Sheet {
  const { claim, t, language } = telling
  const substitute = claim.victim?.safeAtHome === true && official && !hasOwnClaimant(claim)
  return {
    id,
    title: t(`keep:letter.${key}.title`),
    eyebrow: t('keep:letter.eyebrow'),
    language,
    blocks: [
      sender(claim),
      { kind: 'rows', rows: [blankRow(t('packet:sign.date'))] },
      { kind: 'address', lines: office ? [office.name] : [], paths: office?.paths ?? [], blank: true },
      { kind: 'paragraph', text: t(`keep:letter.${key}.greeting`) },
      ...about(telling),
      ...body,
      {
        kind: 'signature',
        // The sentence on how to answer stays with the signature, so that no page holds a signature alone.
        sentences: [
          { text: [t('keep:letter.reach'), ...(substitute ? [t('keep:letter.safeAtHome')] : []), t('keep:letter.private')].join(' ') },
          { text: t('keep:letter.thanks') },
        ],
        note: t('packet:draft'),
        lines: [
          [
            { label: t('packet:sign.signature'), weight: 2 },
            { label: t('packet:sign.printedName'), weight: 2 },
          ],
        ],
      },
    ],
  }
}

/** A line to be filled in by hand. */
export const blankRow = (label: string): Row => ({ label, value: '', paths: [], blank: true })

/** The name of the person that the letter is about. */
export function personRow({ claim, t }: Telling): Row {
  const name = nameAnswer(claim.victim, 'victim')
  return name.words === undefined
    ? blankRow(t('keep:letter.person'))
    : { label: t('keep:letter.person'), value: name.words, paths: name.paths }
}

/** Says by what right a guardian or a family member writes; empty when the person writes for themselves. */
function about({ claim, t }: Telling): Block[] {
  const name = fullName(claim.victim)
  const who = signerOf(claim) === 'guardian' ? 'guardian' : hasOwnClaimant(claim) ? 'family' : null
  if (who === null) return []
  return [{ kind: 'paragraph', text: name ? t(`keep:letter.about.${who}For`, { name }) : t(`keep:letter.about.${who}`) }]
}
