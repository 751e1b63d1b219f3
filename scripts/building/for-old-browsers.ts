import { list, type Declaration, type Plugin } from 'postcss'

/** Shorthands that Lightning CSS does not expand if the value contains a variable. Old browsers know only the longhands. */
const BOTH_SIDES = /^(?:margin|padding)-(?:inline|block)$/

/**
 * Does what Lightning CSS does not do for the oldest browsers. It takes all rules out of their layers, because a browser without `@layer` ignores
 * everything in a layer. Tailwind has already sorted the rules by layer, so a later layer still wins between equally specific rules.
 */
export const forOldBrowsers: Plugin = {
  postcssPlugin: 'for-old-browsers',
  AtRule: {
    layer: rule => {
      rule.replaceWith(rule.nodes ?? [])
    },
  },
  Declaration: (declaration: Declaration) => {
    const { prop, value } = declaration
    if (!BOTH_SIDES.test(prop)) return
    const [start = value, end = start] = list.space(value)
    declaration.replaceWith(
      declaration.clone({ prop: `${prop}-start`, value: start }),
      declaration.clone({ prop: `${prop}-end`, value: end }),
    )
  },
}
