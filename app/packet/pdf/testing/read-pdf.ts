import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Direction marks that pdftotext puts around words. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export interface Said {
  readonly status: number
  readonly text: string
}

/** Runs a program on a PDF in a temporary file. `$` among the options stands for the file. */
export function askOf(pdf: Uint8Array, program: 'pdftotext' | 'pdfinfo' | 'qpdf', ...options: readonly string[]): Said {
  const folder = mkdtempSync(path.join(tmpdir(), 'read-pdf-'))
  const file = path.join(folder, 'file.pdf')
  writeFileSync(file, pdf)
  const { status, stdout, stderr } = spawnSync(
    `/usr/bin/${program}`,
    options.map(option => (option === '$' ? file : option)),
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  rmSync(folder, { recursive: true })
  return { status: status ?? -1, text: `${stdout}${stderr}`.replace(DIRECTIONS, '') }
}

/** The words of each page, in the order in which pdftotext gives them. */
export const pagesOf = (pdf: Uint8Array, ...options: readonly string[]): string[] =>
  askOf(pdf, 'pdftotext', ...options, '$', '-')
    .text.split('\f')
    .slice(0, -1)

/** The lines in which poppler prints the structure with its words. */
export const structureOf = (pdf: Uint8Array): string[] => askOf(pdf, 'pdfinfo', '-struct-text', '$').text.split('\n')

/** The text without any white space, so that line breaks do not matter in a comparison. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')
