import { LANGUAGES } from '#app/i18n/languages.ts'
import { renderView } from '#app/packet/render/render-packet.server.ts'
import { benchView } from './packet-views.ts'
import { startPrinter } from './print-page.ts'
import { drawRaw } from './raw-pdf.ts'

/** One packet from a cold start: a new process that makes the strings and draws them in one of three ways. */
const [who, wanted] = process.argv.slice(2)
const { code } = LANGUAGES.find(language => language.code === wanted) ?? { code: 'en' }
const view = benchView(code)
if (who === 'raw') await drawRaw(view)
else if (who === 'packet') await renderView(view, { part: 'both' })
else {
  const printer = await startPrinter(view)
  await printer.print()
  await printer.close()
}
