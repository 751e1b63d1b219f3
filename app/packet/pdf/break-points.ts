/** Scripts that write no spaces between words, each with the language whose dictionary finds the words. */
const UNSPACED = [
  { script: /[\u0e00-\u0e7f]/, run: /[\u0e00-\u0e7f]+/g, language: 'th' },
  { script: /[\u0e80-\u0eff]/, run: /[\u0e80-\u0eff]+/g, language: 'lo' },
  { script: /[\u1780-\u17ff]/, run: /[\u1780-\u17ff\u200b-\u200d]+/g, language: 'km' },
  {
    script: /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[\ud840-\ud888]/,
    run: /(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2018-\u201d\u2014\u2026\u00b7]|[\ud840-\ud888][\udc00-\udfff])+/g,
    language: 'zh',
  },
] as const

/** Characters that must not begin a line, and characters that must not end one. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{M}.,:;!?、。，．：；？！・…—％〞ー々ๆฯໆ។៕ៗ\u200b-\u200d’”]/u
const NOT_LAST = /[\p{Ps}\p{Pi}‘“—＄]$/u
/** One telephone number, which stays on one line. */
const PHONE = /(?:\+?\d[ .-])?\(?\d{2,4}\)?[ .-]\d{3}(?:[ .-]?\d{2,4})+/g
/** Places inside a word of letters where a line may end. */
const INNER = /[\p{L}\p{N}][-–—/]+(?=\p{L})|[@_][\p{L}\p{N}]*(?=[.@_])/gu

const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, known)
  return known
}

/**
 * The places in a text (in code units) where a line may end. The end of the text is one of them. Spaces belong to the word before
 * them. Words are never hyphenated, because the rules of one language would cut the words of another wrongly.
 */
export function breakPoints(text: string): number[] {
  const points = new Set<number>([text.length])
  for (const { index, 0: found } of text.matchAll(/[ \u3000\u200b]+/g)) points.add(index + found.length)
  for (const { index, 0: found } of text.matchAll(INNER)) points.add(index + found.length)
  for (const { script, run, language } of UNSPACED) {
    if (script.test(text))
      for (const found of text.matchAll(run)) wordEnds(found[0], language).forEach(end => points.add(found.index + end))
  }
  for (const { index, 0: found } of text.matchAll(PHONE)) for (let at = index + 1; at < index + found.length; at += 1) points.delete(at)
  points.delete(0)
  return [...points].filter(point => mayEnd(text, point)).sort((a, b) => a - b)
}

function mayEnd(text: string, point: number): boolean {
  const before = text.slice(Math.max(0, point - 2), point)
  return (
    point === text.length || /[ \u3000\u200b]$/.test(before) || !(NOT_LAST.test(before) || NOT_FIRST.test(text.slice(point, point + 2)))
  )
}

function wordEnds(run: string, language: string): number[] {
  return [...segmenter(language).segment(run)].map(({ index, segment }) => index + segment.length)
}
