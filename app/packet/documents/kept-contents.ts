import type { KeptTelling } from '../kept-telling.ts'
import type { ContentsEntry, Sheet } from '../sheet.ts'
import { aboutAnother } from './about-another.ts'

/**
 * The table of contents of the part to keep. All letters to offices share one line, and so do all helper copies.
 * @param sheets the kept sheets in their order
 * @param letters the letters to offices among them; the guide before them lists each one
 */
export function keptContents(telling: KeptTelling, sheets: readonly Sheet[], letters: readonly Sheet[]): Sheet {
  const { t, language, copies } = telling
  const [firstCopy, ...moreCopies] = copies
  const hidden = new Set([...letters, ...moreCopies].map(({ id }) => id))
  const entries = sheets
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, title }): ContentsEntry => ({ sheet: id, text: id === firstCopy?.id ? t('keep:contents.copies') : title }))
  return {
    id: 'keep-contents',
    title: t('keep:contents.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [{ kind: 'paragraph', text: t('keep:contents.intro') }, ...aboutAnother(telling), { kind: 'contents', entries }],
  }
}
