import type { Telling } from '../answers.ts'
import type { Sheet } from '../sheet.ts'

/** The table of contents of the part to mail, sheet by sheet. The renderer fills in the page numbers. */
export function contents({ t, language }: Telling, sheets: readonly Pick<Sheet, 'id' | 'title'>[]): Sheet {
  return {
    id: 'contents',
    title: t('statements:contents.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [{ kind: 'contents', entries: sheets.map(({ id, title }) => ({ sheet: id, text: title })) }],
  }
}
