import type { Telling } from '../answers.ts'
import type { Sheet } from '../sheet.ts'

/** What the part to mail holds, sheet by sheet; the pages are numbered by whoever draws it. */
export function contents({ t, language }: Telling, sheets: readonly Pick<Sheet, 'id' | 'title'>[]): Sheet {
  return {
    id: 'contents',
    title: t('statements:contents.title'),
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [{ kind: 'contents', entries: sheets.map(({ id, title }) => ({ sheet: id, text: title })) }],
  }
}
