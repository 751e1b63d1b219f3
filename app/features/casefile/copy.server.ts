import { casePath } from '#app/auth/case-visit.server.ts'
import type { StaffContext } from '#app/auth/visit.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { application } from '#app/packet/documents/application.ts'
import type { Block } from '#app/packet/sheet.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { requireCasePage } from './open-case.server.ts'

/** One answer to copy, in the words of the application. */
export interface CopyLine {
  readonly label: string
  readonly value: string
  /** Whether the question is not answered, so that there is nothing to copy. */
  readonly open: boolean
  /** The parts of a name or an address, for forms that have a field for each part. */
  readonly parts: readonly string[]
}

interface CopySection {
  readonly title: string
  /** The lines of each entry, in order. */
  readonly entries: readonly (readonly CopyLine[])[]
}

export interface CopyView {
  readonly back: string
  readonly sections: readonly CopySection[]
  /** The story; `null` if it is blank or was not shared. */
  readonly story: string | null
  readonly storyShared: boolean
}

/** The answers in English, in the order of the application, to be typed or pasted elsewhere. The record notes that the member saw them. */
export async function copyView(context: StaffContext, request: Request, address: string | undefined): Promise<CopyView> {
  const {
    number,
    found,
    answers: { today },
  } = await requireCasePage(context, request, address, ({ casePages }, actor, number) => casePages.copy(actor, number))
  const claim = assembleClaim(found.answers, today)
  const { blocks } = application({ claim, today, t: getTranslate('en'), language: 'en', withoutStory: true })
  return {
    back: casePath(number),
    sections: sectionsOf(blocks, claim),
    story: claim.crime?.circumstances ?? null,
    storyShared: found.parts.includes('story'),
  }
}

function sectionsOf(blocks: readonly Block[], claim: object): CopySection[] {
  const sections: { title: string; entries: CopyLine[][] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ title: block.text, entries: [] })
    if (block.kind === 'rows')
      sections
        .at(-1)
        ?.entries.push(block.rows.map(({ label, value, open = false, paths }) => ({ label, value, open, parts: partsOf(paths, claim) })))
    if (block.kind === 'table') {
      const labels = block.columns.map(({ text }) => text)
      for (const cells of block.rows)
        sections
          .at(-1)
          ?.entries.push(cells.map(({ text, open = false }, index) => ({ label: labels[index] ?? '', value: text, open, parts: [] })))
    }
  }
  return sections
}

/** Parts of names and addresses, which official forms ask for one by one. */
const PIECE = /\.(?:firstName|middleName|lastName|street|unit|city|state|zip)$/

function partsOf(paths: readonly string[], claim: object): string[] {
  if (paths.length < 2 || !paths.every(path => PIECE.test(path))) return []
  return paths
    .map(path => path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], claim))
    .filter(value => typeof value === 'string')
}
