import { getLanguage } from '#app/i18n/languages.ts'
import type { PacketView, Part, Sheet } from '../sheet.ts'
import type { PageOf, Trace } from '../trace.ts'
import type { Layout } from './layout.ts'
import type { FindExhibit } from './exhibits/drawings.ts'
import { canDraw } from './fonts.server.ts'
import { drawFooter, Watermark } from './artifacts.ts'
import { shareOut, type Placed } from './page-ends.ts'
import { bytesOf, openFile } from './pdf-file.ts'
import { Pen } from './pen.ts'
import { printable } from './printable.ts'
import { Typesetter } from './set-text.ts'
import { sheetStrips } from './sheet-strips.ts'
import type { Pages } from './strip.ts'
import { StructureTree, type Tag } from './structure.ts'
import { BODY, PAGE } from './styles.ts'

export interface RenderedPacket {
  readonly pdf: Uint8Array
  /** Codes (`U+4E2D`) of characters that no font has; the pages show the code in their place. */
  readonly missingGlyphs: readonly string[]
  /** Number of pages of each part; 0 for a part that was not asked for. */
  readonly pages: Readonly<Record<PageOf, number>>
  /** Where each answer was drawn. */
  readonly trace: readonly Trace[]
}

/** A page with its content; `number` counts within the part, from 1. */
interface LaidPage {
  readonly part: PageOf
  readonly number: number
  readonly placed: readonly (Placed & { readonly sheet: string })[]
}

/** Draws a packet view. It blocks the thread from start to end, so servers call it only in a worker. */
export async function drawView(view: PacketView, part: Part | 'both', findExhibit: FindExhibit = () => null): Promise<RenderedPacket> {
  const missing = new Set<string>()
  const drawable = printable(view, canDraw, missing)
  const typesetter = new Typesetter(drawable.language)
  const language = part === 'mail' ? 'en' : drawable.language
  const laid = layOut(drawable, part, typesetter, language, findExhibit)
  const pages = { mail: 0, divider: 0, keep: 0 }
  for (const page of laid) pages[page.part] += 1

  const file = openFile({ title: drawable.title, language, day: drawable.today })
  const bytes = bytesOf(file)
  laid.forEach(() => file.addPage())
  const tree = new StructureTree(file)
  const pen = new Pen(file, tree)
  const starts = new Map<string, { page: (typeof file)['page']['dictionary']; number: number }>()
  const titles = new Map([...drawable.mail, drawable.divider, ...drawable.keep].map(sheet => [sheet.id, sheet.title]))
  laid.forEach((page, index) => {
    file.switchToPage(index)
    for (const { sheet } of page.placed) {
      if (starts.has(sheet)) continue
      starts.set(sheet, { page: file.page.dictionary, number: page.number })
      file.outline.addItem(titles.get(sheet) ?? sheet, { pageNumber: index, fit: true })
    }
  })
  const known: Pages = { startOf: sheet => starts.get(sheet) ?? null }
  const watermark = drawable.watermark.length > 0 ? new Watermark(file, typesetter, drawable.watermark, language) : null
  laid.forEach((page, index) => {
    pen.turnTo(index)
    for (const { strip, top, again } of page.placed) {
      if (again) pen.asArtifact('artifact', () => strip.paint(pen, top, known))
      else strip.paint(pen, top, known)
    }
    if (page.part !== 'divider') {
      const footer = drawable.footers[page.part].replace('{page}', String(page.number)).replace('{pages}', String(pages[page.part]))
      drawFooter(pen, typesetter, footer, page.part === 'mail' ? 'en' : drawable.language)
    }
    watermark?.draw(pen)
    pen.leave()
  })
  tree.end()
  file.end()
  return { pdf: await bytes, missingGlyphs: [...missing].sort(), pages, trace: traceOf(laid) }
}

function layOut(
  view: PacketView,
  part: Part | 'both',
  typesetter: Typesetter,
  language: PacketView['language'],
  findExhibit: FindExhibit,
): LaidPage[] {
  const root: Tag = { type: 'Document', parent: null }
  const parts: (readonly [PageOf, readonly Sheet[]])[] = [
    ...(part === 'keep' ? [] : [['mail', view.mail] as const]),
    ...(part === 'both' ? [['divider', [view.divider]] as const] : []),
    ...(part === 'mail' ? [] : [['keep', view.keep] as const]),
  ]
  return parts.flatMap(([name, sheets]) => {
    const whole: Tag = { type: 'Part', parent: root }
    const pages: LaidPage['placed'][] = pageRuns(sheets).flatMap(run => {
      const sheetOf = new Map<object, string>()
      const strips = run.flatMap((sheet, index) => {
        const section: Tag = { type: 'Sect', parent: whole, ...(sheet.language !== language && { language: sheet.language }) }
        const layout: Layout = {
          language: sheet.language,
          person: view.language,
          sheet: section,
          mirrored: getLanguage(sheet.language).direction === 'rtl',
          typesetter,
        }
        const made = sheetStrips(layout, sheet, index > 0, findExhibit)
        made.forEach(strip => sheetOf.set(strip, sheet.id))
        return made
      })
      return shareOut(strips, PAGE.top, BODY.height).map(placed =>
        placed.map((one, index) => ({ ...one, sheet: sheetOf.get(one.again ? (placed[index + 1]?.strip ?? one.strip) : one.strip) ?? '' })),
      )
    })
    return pages.map((placed, index) => ({ part: name, number: index + 1, placed }))
  })
}

/** Groups of sheets that share pages: a sheet that begins a page, with the sheets that flow on after it. */
function pageRuns(sheets: readonly Sheet[]): Sheet[][] {
  const runs: Sheet[][] = []
  for (const sheet of sheets) {
    const last = runs.at(-1)
    if (sheet.flows && last) last.push(sheet)
    else runs.push([sheet])
  }
  return runs
}

function traceOf(laid: readonly LaidPage[]): Trace[] {
  const seen = new Set<string>()
  return laid.flatMap(({ part, number, placed }) =>
    placed.flatMap(({ strip, sheet, again }) =>
      (again ? [] : (strip.paths ?? [])).flatMap(path => {
        const key = JSON.stringify([path, sheet, part, number])
        if (seen.has(key)) return []
        seen.add(key)
        return [{ path, sheet, part, page: number }]
      }),
    ),
  )
}
