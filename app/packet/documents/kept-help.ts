import { HOTLINES, type Hotline } from '#machines/law/contacts.ts'
import { CITATIONS } from '#machines/law/citations.ts'
import type { Telling } from '../answers.ts'
import type { Block, Cell, Sheet } from '../sheet.ts'
import { translationNote } from './translation-note.ts'

/** How to keep the papers safe and who can help by phone. The page holds no answers, so that the person can pass it on. */
export function keptHelp(telling: Telling): Sheet {
  const { t, language } = telling
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
      { kind: 'paragraph', small: true, text: t('packet:help.about') },
      ...translationNote(telling),
    ],
  }
}

function lines(telling: Telling): Block {
  const { t } = telling
  const columns = [
    ['line', 2.6],
    ['call', 1.6],
    ['write', 1.8],
  ] as const
  return {
    kind: 'table',
    columns: columns.map(([name, weight]) => ({ text: t(`packet:column.${name}`), weight })),
    rows: HOTLINES.map((line): Cell[] => [
      { text: nameOf(line, telling) },
      { text: callOf(line, telling) },
      { text: writeOf(line, telling) },
    ]),
  }
}

/** The line's name with its hours. When the number was not read at the line itself, the text asks to check it by a call. */
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
