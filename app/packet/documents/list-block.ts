import type { QuestionId } from '#machines/answers/questions/index.ts'
import { listAnswer, row, type Telling } from '../answers.ts'
import type { Block, Cell } from '../sheet.ts'

interface ListOfAnswers<T> {
  readonly list: readonly T[] | undefined
  readonly path: string
  readonly question: QuestionId
  /** Names of the columns (`packet:column.<name>`), each with its share of the width. */
  readonly columns: Readonly<Record<string, number>>
  readonly cells: (item: T, path: string) => readonly Cell[]
}

/** A list of answers as a table. An empty list and a missing answer each become a single row, with different words. */
export function listBlock<T>(telling: Telling, { list, path, question, columns, cells }: ListOfAnswers<T>): Block {
  if (!list || list.length === 0) {
    return { kind: 'rows', rows: [row(telling, path, listAnswer(telling, list && [], path), question)] }
  }
  return {
    kind: 'table',
    columns: Object.entries(columns).map(([name, weight]) => ({ text: telling.t(`packet:column.${name}`), weight })),
    rows: list.map((item, index) => cells(item, `${path}.${index}`)),
  }
}
