import { list, type Declaration, type Plugin } from 'postcss'

/** What Lightning CSS leaves as it is where a value holds a variable; the longhands are older than the shorthands. */
const BOTH_SIDES = /^(?:margin|padding)-(?:inline|block)$/

/**
 * What Lightning CSS does not do for the oldest browsers. Rules leave their layers, in order: a browser that knows no `@layer` leaves out
 * all that stands in one. Tailwind has put the rules of each layer together, one layer after the other, so where two rules are equally
 * specific the later layer still wins.
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
