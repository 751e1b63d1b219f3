import type { Telling } from '../answers.ts'
import type { Sheet } from '../sheet.ts'

/** The sheet between the two parts. It keeps the person from mailing the part to keep. */
export function divider({ t, language }: Telling): Sheet {
  return {
    id: 'divider',
    title: t('packet:divider.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:divider.before') },
      { kind: 'notice', text: t('packet:divider.after') },
    ],
  }
}
