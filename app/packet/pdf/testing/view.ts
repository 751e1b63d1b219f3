import { LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import type { Block, PacketView, Sheet } from '#app/packet/sheet.ts'
import { WORDS } from './words.ts'

const NUMBERS = 'A-1234567 (916) 555-0100, $12,345.60, 2026-11-23'

/** Every kind of block in one language, with translations when a second language is given. */
export function everyBlock(language: LanguageCode, translation?: LanguageCode): Block[] {
  const text = WORDS[language]
  const said = { text, ...(translation && { translation: WORDS[translation] }) }
  const labelled = { label: text, ...(translation && { labelTranslation: WORDS[translation] }) }
  return [
    { kind: 'heading', ...said },
    { kind: 'paragraph', ...said, text: `${text} ${NUMBERS} ${text} ${text}` },
    { kind: 'address', lines: ['Rosa Ejemplo', '12 Main Street, Apt 4', 'Sacramento, CA 95812'], paths: ['victim.mailingAddress'] },
    { kind: 'figure', label: text, text: '$12,345.60', note: text },
    { kind: 'points', ordered: true, items: [{ ...said, notes: [text, NUMBERS] }, said] },
    { kind: 'checks', items: [said, { text: `${text} (916) 555-0100` }] },
    {
      kind: 'rows',
      rows: [
        { ...labelled, value: NUMBERS, paths: ['a.number'] },
        { ...labelled, value: text.repeat(2), paths: ['a.text'] },
        { ...labelled, value: '', paths: ['a.blank'], blank: true },
      ],
    },
    {
      kind: 'table',
      columns: [
        { ...said, weight: 2 },
        { text, weight: 1 },
        { text: '$', weight: 1, align: 'end' },
      ],
      rows: [
        [{ ...said, paths: ['t.0'] }, { text: '2026-11-23' }, { text: '$1.50' }],
        [{ text: 'Rosa Ejemplo' }, { text: '', blank: true }, { text: '$12,345.60' }],
      ],
    },
    { kind: 'notice', title: text, ...said },
    { kind: 'story', text: `${text} ${text}\n${text}`, language, paths: ['story'] },
    { kind: 'writing-space', ...labelled, lines: 2 },
    {
      kind: 'signature',
      sentences: [said],
      note: text,
      lines: [
        [
          { ...labelled, weight: 2 },
          { ...labelled, weight: 1 },
        ],
      ],
    },
  ]
}

export const sheetOf = (id: string, language: LanguageCode, blocks: readonly Block[], more: Partial<Sheet> = {}): Sheet => ({
  id,
  title: WORDS[language],
  eyebrow: WORDS[language],
  language,
  blocks,
  ...more,
})

/** A packet view with these sheets in the part to mail and in the part to keep. */
export function viewOf(language: LanguageCode, mail: readonly Sheet[], keep: readonly Sheet[], more: Partial<PacketView> = {}): PacketView {
  return {
    mail,
    keep,
    divider: sheetOf('divider', language, [{ kind: 'paragraph', text: WORDS[language] }]),
    footers: { mail: 'To mail {page} / {pages}', keep: `${WORDS[language]} {page} / {pages}` },
    watermark: [],
    title: 'Papers',
    language,
    today: '2026-11-23',
    ...more,
  }
}

/** Blocks for an English sheet with words of every language, as names and stories can have them. */
export const allLanguages = (): Block[] => LANGUAGES.map(({ code }) => ({ kind: 'paragraph', text: WORDS[code] }))
