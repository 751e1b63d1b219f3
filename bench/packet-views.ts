import { findPaperLanguage, getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { WORDS } from '#app/packet/pdf/testing/words.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import type { PacketView, Sheet } from '#app/packet/sheet.ts'
import { readClaim } from '#scripts/claim-input.ts'

export const EXAMPLE = 'examples/advocate-ongoing.json'

/** One language for each way of writing: letters, characters, from right to left, stacked and without spaces. */
export const MEASURED = ['en', 'zh-Hans', 'ar', 'km'] as const satisfies readonly LanguageCode[]

/** How many characters say about as much as one English character. */
const DENSITY: Partial<Record<LanguageCode, number>> = { 'zh-Hans': 0.35 }

/** The packet of the example in a language: the real one where its papers are there, else the English one in invented words. */
export function benchView(code: LanguageCode): PacketView {
  const input = readClaim(EXAMPLE)
  if (findPaperLanguage(code)) return claimView({ ...input, claim: { ...input.claim, language: code } })
  const view = claimView({ ...input, claim: { ...input.claim, language: 'en' } })
  return {
    ...view,
    language: code,
    keep: view.keep.map(sheet => inWordsOf(code, sheet)),
    mail: view.mail.map(sheet => inWordsOf(code, sheet)),
  }
}

const KEPT: ReadonlySet<string> = new Set(['kind', 'id', 'sheet', 'align', 'paths', 'language', 'file'])

/** The same blocks with every sentence replaced by invented words of about the same length; numbers stay. */
function inWordsOf(code: LanguageCode, sheet: Sheet): Sheet {
  const speak = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return KEPT.has(key) || !/[a-z]{3}/i.test(value) ? value : words(code, value.length)
    if (Array.isArray(value)) return value.map(item => speak(item, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, KEPT.has(name) ? (inner as unknown) : speak(inner, name)]),
    )
  }
  return { ...(speak(sheet, '') as Sheet), language: code }
}

function words(code: LanguageCode, length: number): string {
  const wanted = Math.max(4, Math.round(length * (DENSITY[code] ?? 1)))
  const sentence = `${WORDS[code]} `
  const whole = sentence.repeat(Math.floor(wanted / sentence.length))
  const rest = wanted - whole.length
  // What is left is cut where letters end, so that no mark stands alone.
  const letters = new Intl.Segmenter(getLanguage(code).intl, { granularity: 'grapheme' }).segment(sentence)
  let part = ''
  for (const { segment } of letters) if (part.length < rest) part += segment
  return (whole + part).trim()
}

/** All sheets in their order, as the peers draw them. */
export const sheetsOf = (view: PacketView): readonly Sheet[] => [...view.mail, view.divider, ...view.keep]
