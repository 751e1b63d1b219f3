import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { getHotline } from '#machines/law/contacts.ts'
import { addressLines } from '../answers.ts'
import type { KeptTelling } from '../kept-telling.ts'
import type { Block, Cell, Sheet } from '../sheet.ts'
import { claimantPath } from '../signers.ts'
import { aboutAnother } from './about-another.ts'
import { translationNote } from './translation-note.ts'

/** Whether the answers point to danger: the crime goes on, the victim's address is hidden, or messages are not safe. */
export function mayBeInDanger({ crime, victim }: ClaimFile): boolean {
  return crime?.end === 'ongoing' || victim?.safeAtHome === true || victim?.messagesSafe === false
}

/** Where a paper is safe: away from home, or at home in a place where others do not look. */
type Place = 'away' | 'care'

/**
 * Which papers are safe to keep at home: what each one gives away, and how printers and phones keep copies of them.
 * @param withLetters whether letters to offices are among the papers
 */
export function keptSafety(telling: KeptTelling, withLetters: boolean): Sheet {
  const { claim, t, language } = telling
  const columns = [
    ['paper', 2.1],
    ['shows', 2.6],
    ['place', 2.2],
  ] as const
  return {
    id: 'safety',
    title: t('keep:safety.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      ...opening(telling),
      ...aboutAnother(telling),
      {
        kind: 'table',
        columns: columns.map(([name, weight]) => ({ text: t(`keep:column.${name}`), weight })),
        rows: papers(telling, withLetters).map(([name, place]): Cell[] => [
          { text: t(`keep:safety.paper.${name}.name`) },
          { text: t(`keep:safety.paper.${name}.shows`) },
          { text: t(`keep:safety.place.${place}`) },
        ]),
      },
      ...(claim.victim?.safeAtHome === true ? [{ kind: 'paragraph' as const, text: t('keep:safety.safeAtHome') }] : []),
      { kind: 'heading', text: t('keep:safety.screens') },
      { kind: 'points', items: habits(telling).map(name => ({ text: t(`keep:safety.habit.${name}`) })) },
      ...translationNote(telling),
    ],
  }
}

function opening({ claim, t }: KeptTelling): Block[] {
  if (!mayBeInDanger(claim)) return [{ kind: 'paragraph', text: t('keep:safety.intro') }]
  const { name, phone } = getHotline('national-ht-hotline')
  return [{ kind: 'notice', title: t('keep:safety.firstTitle'), text: t('keep:safety.first', { name, phone }) }]
}

/** The papers of this claim; those that give away the most come first. */
function papers({ claim, copies, exhibits, withoutStory }: KeptTelling, withLetters: boolean): [string, Place][] {
  const proof = new Set<string>([...(claim.evidence ?? []), ...(claim.incomeEvidence ?? []), ...exhibits.map(({ kind }) => kind)])
  const told = !withoutStory && Boolean(claim.crime?.circumstances?.trim())
  const has = (...kinds: readonly string[]) => kinds.some(kind => proof.has(kind))
  const list: [string, Place, boolean][] = [
    ['story', 'away', told],
    ['mail', 'away', true],
    ['visa', 'away', has('visa_document')],
    ['caseworker', 'away', has('ht_caseworker_statement', 'caseworker_decl')],
    ['medical', 'away', has('medical_records')],
    [
      'proof',
      'away',
      has('police_report', 'le_letter', 'le_report', 'court_records', 'affidavit', 'witness_decl', 'attorney_decl', 'other'),
    ],
    ['copies', 'away', copies.length > 0],
    ['copyPage', 'away', true],
    ['estimate', 'care', true],
    ['letters', 'care', withLetters],
    ['rest', 'care', true],
  ]
  return list.filter(([, , present]) => present).map(([name, place]) => [name, place])
}

function habits({ claim, withoutStory }: KeptTelling): string[] {
  const told = Boolean(claim.crime?.circumstances?.trim())
  return [
    'printer',
    'download',
    'password',
    ...(withoutStory ? ['storyLeftOut'] : told ? ['withoutStory'] : []),
    ...(addressLines(claim[claimantPath(claim)]?.mailingAddress).length > 0 ? ['post'] : []),
    ...(claim.victim?.messagesSafe === false ? ['messages'] : []),
  ]
}
