import type { Page } from '@playwright/test'

/** Rules in blocks that the oldest listed browsers know nothing of: they leave out the whole block. */
const UNKNOWN_BLOCK = /@(?:layer|property|container)\b[^{;]*/g
/** Conditions that they cannot read, so they leave out what stands under them. */
const UNKNOWN_CONDITION = /@media[^{]*(?:[<>]=?)[^{]*|@supports selector\([^{]*/g
/** Statements of the same without a block. */
const UNKNOWN_STATEMENT = /@layer[^{};]*;/g
/** A rule with any such selector counts for nothing, as a whole. */
const UNKNOWN_SELECTOR = /:(?:has|is|where|focus-visible|not\([^)]*,)|::file-selector-button/
/** Distances between the parts of a row. Those between the parts of a grid are older. */
const ROW = /display:(?:inline-)?flex/
const GAP = /(?<=[{;])(?:row-|column-)?gap:[^;{}]*;?/g
/** A condition that is true in these browsers. */
const TRUE_CONDITION = /@supports not \(aspect-ratio:\s*1\)/g
/** A fieldset is no grid there. */
const NO_GRID = 'fieldset{display:block!important}'
/** Declarations that they skip. */
const UNKNOWN_DECLARATION =
  /(?<=[{;])(?:float:inline-[^;{}]*|inset[\w-]*|(?:padding|margin|border)-(?:inline|block)(?=:)|accent-color|text-wrap|rotate|aspect-ratio|[\w-]+:[^;{}]*(?:\d(?:dvh|svh|lvh)|color-mix|oklch)[^;{}]*)(?::[^;{}]*)?;?/g

/** Takes out all blocks that begin with a pattern, with what they hold. */
function withoutBlocks(css: string, beginning: RegExp): string {
  let kept = ''
  let at = 0
  for (const match of css.matchAll(beginning)) {
    if (match.index < at) continue
    let end = css.indexOf('{', match.index) + 1
    for (let depth = 1; depth > 0; end += 1) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0
    kept += css.slice(at, match.index)
    at = end
  }
  return kept + css.slice(at)
}

/** A style sheet as Chrome 80, Safari 13, Firefox 78 and Samsung Internet 12 read it: without what any of them does not know. */
function asOldBrowsersRead(css: string): string {
  const known = [UNKNOWN_BLOCK, UNKNOWN_CONDITION].reduce(withoutBlocks, css.replace(UNKNOWN_STATEMENT, ''))
  return known
    .replace(TRUE_CONDITION, '@media all')
    .replace(/([^{}]+)\{[^{}]*\}/g, (rule, selector: string) =>
      UNKNOWN_SELECTOR.test(selector) ? '' : ROW.test(rule) ? rule.replace(GAP, '') : rule,
    )
    .replace(UNKNOWN_DECLARATION, '')
    .concat(NO_GRID)
}

/** Serves a page its styles as old browsers read them. */
export async function readStylesAsOld(page: Page): Promise<void> {
  await page.route('**/assets/*.css', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, body: asOldBrowsersRead(await response.text()) })
  })
}
