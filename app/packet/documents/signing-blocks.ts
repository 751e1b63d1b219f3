import type { Telling } from '../answers.ts'
import type { Block, HandLine } from '../sheet.ts'
import { signerOf } from '../signers.ts'

/**
 * The end of a statement by the person who signs the claim: the one sentence of Code Civ. Proc. § 2015.5, with date and place.
 * A person who signs for another does so on information and belief (Gov. Code § 13952(b)).
 * @param title the statement's title; the block repeats it, because the signature may stand on a page of its own
 */
export function swornSignature(telling: Telling, title: string): Block {
  const before = signerOf(telling.claim) === 'guardian' ? ['packet:perjury.informationAndBelief'] : []
  return oath(telling, title, before)
}

/** The end of a statement that another person makes from their own knowledge. */
export const swornByAnother = (telling: Telling, title: string): Block => oath(telling, title, [])

function oath({ t }: Telling, title: string, before: readonly string[]): Block {
  return {
    kind: 'signature',
    sentences: [...before, 'packet:perjury.sentence'].map(key => ({ text: t(key) })),
    note: t('statements:signedUnder', { title, draft: t('packet:perjury.draft') }),
    lines: [
      [line(t('packet:sign.signature'), 2), line(t('packet:sign.date'), 1)],
      [line(t('packet:sign.printedName'), 2), line(t('packet:sign.place'), 2)],
    ],
  }
}

/** The end of a request or a choice. It is signed, but not under oath, because it states no facts. */
export function plainSignature({ t }: Telling, sentences: readonly string[] = [], signature = 'packet:sign.signature'): Block {
  return {
    kind: 'signature',
    sentences: sentences.map(text => ({ text })),
    note: t('packet:draft'),
    lines: [[line(t(signature), 2), line(t('packet:sign.printedName'), 2), line(t('packet:sign.date'), 1)]],
  }
}

const line = (label: string, weight: number): HandLine => ({ label, weight })
