import { readFileSync } from 'node:fs'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { createCleaner } from '#app/evidence/clean-process.server.ts'
import { MOST_MEGABYTES, MOST_PAGES, MOST_PAPERS } from '#app/evidence/limits.ts'
import { EXHIBIT_KINDS, type ExhibitFile, type ExhibitKind } from '#app/packet/exhibit.ts'
import { InputError, inputError } from './claim-input.ts'

/**
 * Opens and cleans the papers named by `--exhibit KIND:FILE`, as the browser's page does; their letters follow their order.
 * @throws InputError with one sentence a paper
 */
export async function readExhibits(named: readonly string[]): Promise<ExhibitFile[]> {
  if (named.length > MOST_PAPERS) throw new InputError(getTranslate('en')('evidence:problem.too-many-papers', { papers: MOST_PAPERS }))
  const cleaner = createCleaner()
  const papers: ExhibitFile[] = []
  const problems: string[] = []
  for (const [place, text] of named.entries()) {
    const { kind, file } = splitName(text)
    const cleaned = await cleaner.clean(readBytes(file))
    if (cleaned.ok) papers.push({ id: `exhibit-${place + 1}`, kind, title: '', ...cleaned.file })
    else
      problems.push(
        `${file}: ${getTranslate('en')(`evidence:problem.${cleaned.problem}`, { megabytes: MOST_MEGABYTES, pages: MOST_PAGES })}`,
      )
  }
  if (problems.length > 0) throw new InputError(problems.join('\n'))
  return papers
}

function splitName(text: string): { kind: ExhibitKind; file: string } {
  const [name = '', ...file] = text.split(':')
  const kind = EXHIBIT_KINDS.find(each => each === name)
  if (!kind || file.length === 0) throw inputError('exhibitKind', text, { kinds: EXHIBIT_KINDS.join(', ') })
  return { kind, file: file.join(':') }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw inputError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'noFile' : 'unreadableFile', file)
  }
}
