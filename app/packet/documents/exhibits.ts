import { CRIME_EVIDENCE_IDS, INCOME_EVIDENCE_IDS } from '#machines/law/evidence.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { Telling } from '../answers.ts'
import type { Exhibit } from '../exhibit.ts'
import type { Block, Sheet } from '../sheet.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The letter of an attached paper by its place, counted from 0: A to Z, then AA, AB, as in a spreadsheet. */
export function exhibitLetter(place: number): string {
  const last = ALPHABET.charAt(place % ALPHABET.length)
  return place < ALPHABET.length ? last : exhibitLetter(Math.floor(place / ALPHABET.length) - 1) + last
}

/** The table of the attached papers by letter, for the list of evidence; empty when no paper is attached. */
export function exhibitIndex({ t, language }: Telling, exhibits: readonly Exhibit[]): Block[] {
  if (exhibits.length === 0) return []
  const columns = (
    [
      ['letter', 1],
      ['paper', 2.4],
      ['title', 2.6],
      ['pages', 0.8],
    ] as const
  ).map(([name, weight]) => ({ text: t(`statements:exhibit.column.${name}`), weight }))
  return [
    { kind: 'heading', text: t('statements:exhibit.index') },
    {
      kind: 'table',
      columns,
      rows: exhibits.map((exhibit, place) =>
        [
          t('statements:exhibit.letter', { letter: exhibitLetter(place) }),
          kindWords(t, exhibit),
          exhibit.title.trim(),
          formatNumber(exhibit.pages, language),
        ].map(text => ({ text })),
      ),
    },
  ]
}

/** A cover sheet for each attached paper, followed by the pages of the paper. */
export function exhibitSheets(telling: Telling, exhibits: readonly Exhibit[]): Sheet[] {
  return exhibits.flatMap((exhibit, place) => [coverSheet(telling, exhibit, place), ...pageSheets(telling, exhibit, place)])
}

/** The first sheet of an exhibit. The table of contents lists the exhibit by this sheet. */
function coverSheet({ t, language }: Telling, exhibit: Exhibit, place: number): Sheet {
  const row = (key: string, value: string) => ({ label: t(`statements:exhibit.column.${key}`), value, paths: [] })
  return {
    id: `exhibit-${exhibitLetter(place).toLowerCase()}`,
    title: t('statements:exhibit.title', { letter: exhibitLetter(place), kind: kindWords(t, exhibit) }),
    eyebrow: t('statements:eyebrow.exhibit'),
    language,
    blocks: [
      {
        kind: 'rows',
        rows: [
          row('paper', kindWords(t, exhibit)),
          ...(exhibit.title.trim() ? [row('title', exhibit.title.trim())] : []),
          row('pages', formatNumber(exhibit.pages, language)),
        ],
      },
    ],
  }
}

function pageSheets({ t, language }: Telling, exhibit: Exhibit, place: number): Sheet[] {
  const letter = exhibitLetter(place)
  return Array.from({ length: exhibit.pages }, (_, page): Sheet => {
    const numbers = { letter, page: page + 1, pages: exhibit.pages }
    const stamp = t('statements:exhibit.stamp', numbers)
    const alt = t('statements:exhibit.alt', { ...numbers, kind: kindWords(t, exhibit) })
    return {
      id: `exhibit-${letter.toLowerCase()}-page-${page + 1}`,
      title: stamp,
      eyebrow: t('statements:eyebrow.exhibit'),
      language,
      blocks: [{ kind: 'exhibit-page', stamp, alt, instead: t('common:problem.paperNotShown'), file: exhibit.id, page }],
    }
  })
}

const isOneOf = <T extends string>(list: readonly T[], id: string): id is T => (list as readonly string[]).includes(id)

function kindWords(t: Telling['t'], { kind }: Exhibit): string {
  if (isOneOf(CRIME_EVIDENCE_IDS, kind)) return t(`packet:evidence.evidence.${kind}`)
  if (isOneOf(INCOME_EVIDENCE_IDS, kind)) return t(`packet:evidence.incomeEvidence.${kind}`)
  return t('statements:exhibit.other')
}
