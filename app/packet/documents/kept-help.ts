import { HOTLINES, type Hotline } from '#machines/law/contacts.ts'
import { CITATIONS } from '#machines/law/citations.ts'
import { listAnswer, row, yesNoAnswer, choiceAnswer, type Telling } from '../answers.ts'
import type { Block, Cell, Row, Sheet } from '../sheet.ts'

/** How to keep the papers safe, who can help by phone, and which answers were not mailed and why. */
export function keptHelp(telling: Telling): Sheet {
  const { t, language } = telling
  const own = ownRows(telling)
  return {
    id: 'help',
    title: t('packet:help.title'),
    eyebrow: t('packet:eyebrow.keep'),
    language,
    blocks: [
      { kind: 'points', items: ['place', 'copies', 'share', 'screen'].map(key => ({ text: t(`packet:help.safe.${key}`) })) },
      { kind: 'heading', text: t('packet:help.lines') },
      { kind: 'paragraph', text: t('packet:help.linesIntro') },
      lines(telling),
      { kind: 'heading', text: t('packet:help.own') },
      { kind: 'paragraph', text: t('packet:help.ownIntro') },
      { kind: 'rows', rows: own },
      { kind: 'paragraph', small: true, text: t('packet:help.about') },
    ],
  }
}

/** Answers that CalVCB did not ask for, or that only steer this program. */
function ownRows(telling: Telling): Row[] {
  const { claim } = telling
  const pauses = row(telling, 'paymentPauses', listAnswer(telling, claim.paymentPauses, 'paymentPauses', 'pause'), 'payment-pauses')
  const sheet = row(telling, 'calculationSheet', yesNoAnswer(telling, claim.calculationSheet, 'calculationSheet'), 'signing')
  const tookPart = row(telling, 'tookPart', choiceAnswer(telling, claim.guardian?.tookPart, 'guardian.tookPart', 'tookPart'), 'guardian-role')
  return [pauses, sheet, ...(tookPart.paths.length > 0 || claim.filer === 'parent-or-guardian' ? [tookPart] : [])]
}

function lines(telling: Telling): Block {
  const { t } = telling
  const columns = [['line', 2.6], ['call', 1.6], ['write', 1.8]] as const
  return {
    kind: 'table',
    columns: columns.map(([name, weight]) => ({ text: t(`packet:column.${name}`), weight })),
    rows: HOTLINES.map((line): Cell[] => [{ text: nameOf(line, telling) }, { text: callOf(line, telling) }, { text: writeOf(line, telling) }]),
  }
}

/** A number that was not read at the line itself is to be checked by a call. */
function nameOf(line: Hotline, { t }: Telling): string {
  const checked = CITATIONS[line.citation].confidence === 'agency'
  const hours = line.always ? t('packet:help.always') : ''
  return [line.name, [hours, checked ? '' : t('packet:help.callToCheck')].filter(Boolean).join(' ')].filter(Boolean).join('\n')
}

function callOf(line: Hotline, { t }: Telling): string {
  return [line.phone ?? '', line.tty ? t('packet:help.tty', { number: line.tty }) : ''].filter(Boolean).join('\n')
}

function writeOf(line: Hotline, { t, language }: Telling): string {
  if (line.text === null) return ''
  const keyword = language === 'es' ? (line.keywordEs ?? line.keyword) : line.keyword
  return keyword ? t('packet:help.writeWord', { keyword, number: line.text }) : line.text
}
