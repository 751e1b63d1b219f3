import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { getLanguage, findPaperLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { renderView } from '#app/packet/render/render-packet.server.ts'
import { inTurn, median, millisecondsOf } from './measure.ts'
import type { PacketLoad } from './packet-load.ts'
import { benchView, MEASURED } from './packet-views.ts'
import { startPrinter } from './print-page.ts'
import { drawRaw } from './raw-pdf.ts'

export interface PacketRounds {
  readonly warm: number
  readonly cold: number
  readonly load: number
}

function inNewProcess(script: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${status}`)
  return stdout
}

async function warm(code: LanguageCode, rounds: number) {
  const view = benchView(code)
  const printer = await startPrinter(view)
  const { pages, pdf } = await renderView(view, { part: 'both' })
  const times = await inTurn(rounds, {
    raw: () => drawRaw(view),
    packet: () => renderView(view, { part: 'both' }),
    print: () => printer.print(),
  })
  const bytes = { packet: pdf.length, raw: await drawRaw(view), print: await printer.print() }
  await printer.close()
  return { times, bytes, pages: pages.mail + pages.divider + pages.keep }
}

async function cold(code: LanguageCode, rounds: number) {
  const times = { raw: [] as number[], packet: [] as number[], print: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const who of ['raw', 'packet', 'print'] as const)
      times[who].push(await millisecondsOf(() => inNewProcess('bench/cold-packet.ts', who, code)))
  }
  return { raw: median(times.raw), packet: median(times.packet), print: median(times.print) }
}

const ms = (value: number) => `${Math.round(value)} ms`
const ratio = (value: number, base: number) => `${ms(value)} (${(value / base).toFixed(1)} ×)`
const kB = (bytes: number) => `${Math.round(bytes / 1024)} kB`
const name = (code: LanguageCode) => getLanguage(code).englishName

/** Measures the packet beside raw pdfkit and Chromium and tells it as a part of the report, in Markdown. */
export async function packetSpeed(rounds: PacketRounds): Promise<string> {
  const warmRows: string[] = []
  const coldRows: string[] = []
  for (const code of MEASURED) {
    const { times, bytes, pages } = await warm(code, rounds.warm)
    warmRows.push(
      `| ${name(code)} | ${pages} | ${ms(times.raw)} | ${ratio(times.packet, times.raw)} | ${ratio(times.print, times.raw)} | ${kB(bytes.raw)}, ${kB(bytes.packet)}, ${kB(bytes.print)} |`,
    )
    const first = await cold(code, rounds.cold)
    coldRows.push(`| ${name(code)} | ${ms(first.raw)} | ${ratio(first.packet, first.raw)} | ${ratio(first.print, first.raw)} |`)
  }
  const load = JSON.parse(inNewProcess('bench/packet-load.ts', String(rounds.load))) as PacketLoad
  const invented = MEASURED.filter(code => !findPaperLanguage(code)).map(name)
  return `## The packet, warm (${rounds.warm} rounds)

The same strings in the same fonts, drawn three ways in turn. Raw pdfkit puts them one below the other: no tables, columns, page ends, tags or
directions. Chromium prints a page with the same words in headings, tables and lists, tagged, in a browser that is running already.
${invented.length > 0 ? `\nThe papers of ${invented.join(', ')} are not there yet: invented words of about the same length stand in their place.\n` : ''}
| language | pages | raw pdfkit | the packet (× raw) | Chromium's print (× raw) | size: raw, packet, print |
|---|---|---|---|---|---|
${warmRows.join('\n')}

## The packet, cold (a new process each time, ${rounds.cold} rounds)

From the start of the process over the claim file to the finished PDF; for Chromium with the start of the browser.

| language | raw pdfkit | the packet (× raw) | Chromium's print (× raw) |
|---|---|---|---|
${coldRows.join('\n')}

## Eight packets at once (${rounds.load} rounds, two workers)

${load.perSecond.toFixed(1)} packets a second. Meanwhile the main thread was never held up for longer than ${load.longestDelay.toFixed(1)} ms, and the whole process took
${Math.round(load.megabytes)} MB at most.
`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(await packetSpeed({ warm: 5, cold: 2, load: 3 }))
