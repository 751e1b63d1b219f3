import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { getLanguage } from '#app/i18n/languages.ts'
import { fileOf, FAMILIES } from '#app/packet/pdf/fonts.server.ts'
import type { Block, PacketView } from '#app/packet/sheet.ts'
import { linesOf } from './block-lines.ts'
import { sheetsOf } from './packet-views.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const each = (tag: string, texts: readonly string[]) => texts.map(text => `<${tag}>${escaped(text)}</${tag}>`).join('')

function html(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return each('h2', linesOf(block))
    case 'rows':
      return `<table>${block.rows.map(row => `<tr><th>${escaped(row.label)}<small>${escaped(row.labelTranslation ?? '')}</small></th><td>${escaped(row.value)}<small>${escaped(row.valueTranslation ?? '')}</small></td></tr>`).join('')}</table>`
    case 'table':
      return `<table><thead><tr>${each(
        'th',
        block.columns.map(({ text }) => text),
      )}</tr></thead>${block.rows
        .map(
          cells =>
            `<tr>${each(
              'td',
              cells.map(({ text }) => text),
            )}</tr>`,
        )
        .join('')}</table>`
    case 'points':
    case 'checks':
      return `<ul>${each('li', linesOf(block))}</ul>`
    default:
      return each('p', linesOf(block))
  }
}

/** The same words as a page of a browser, in the same fonts, with tables and lists as HTML has them. */
function pageOf(view: PacketView): string {
  const { fonts, direction } = getLanguage(view.language)
  const faces = FAMILIES.filter(family => fonts.includes(family)).flatMap(family =>
    (['regular', 'strong'] as const).map(
      weight =>
        `@font-face { font-family: "${family}"; font-weight: ${weight === 'regular' ? 400 : 600}; src: url("${pathToFileURL(fileOf(family, weight)).href}") }`,
    ),
  )
  const style = `${faces.join('\n')} body { font: 10.5pt/1.42 ${fonts.map(name => `"${name}"`).join(', ')} } section { break-before: page } th, td { text-align: start; border-bottom: 1px solid; vertical-align: top } th, h1, h2 { font-weight: 600 } small { display: block } table { width: 100% }`
  const sheets = sheetsOf(view).map(
    sheet => `<section lang="${sheet.language}"><h1>${escaped(sheet.title)}</h1>${sheet.blocks.map(html).join('')}</section>`,
  )
  return `<!doctype html><html lang="${view.language}" dir="${direction}"><meta charset="utf-8"><title>${escaped(view.title)}</title><style>${style}</style>${sheets.join('')}</html>`
}

export interface Printer {
  /** @returns length of the file in bytes */
  print(): Promise<number>
  close(): Promise<void>
}

/** The peer: Chromium prints the same words, tagged and with bookmarks, in a browser that is running already. */
export async function startPrinter(view: PacketView): Promise<Printer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-print-'))
  const file = path.join(folder, 'page.html')
  writeFileSync(file, pageOf(view))
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  return {
    print: async () => {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      const pdf = await page.pdf({ format: 'Letter', tagged: true, outline: true })
      await page.close()
      return pdf.length
    },
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    },
  }
}
