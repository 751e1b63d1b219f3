import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Telling } from '../answers.ts'
import type { Block } from '../sheet.ts'

/** Whether the person who keeps these papers is not the victim, although their sentences say "you" of what the victim went through. */
export const isAboutAnother = ({ filer }: ClaimFile): boolean => filer === 'parent-or-guardian' || filer === 'family-member'

/** Says so, on each kept sheet that is read by itself and says "you" of the victim. */
export const aboutAnother = ({ claim, t }: Telling): Block[] =>
  isAboutAnother(claim) ? [{ kind: 'notice', text: t('keep:contents.aboutAnother') }] : []
