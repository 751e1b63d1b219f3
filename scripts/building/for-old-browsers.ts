import { AtRule, Declaration, list, Rule, type Plugin } from 'postcss'

/** Shorthands that Lightning CSS does not expand if the value contains a variable. Old browsers know only the longhands. */
const BOTH_SIDES = /^(?:margin|padding)-(?:inline|block)$/

/** True in browsers that came before gaps in rows, which cannot be asked for themselves, and in few others: there the gap is taken back. */
const NO_GAPS = 'not (aspect-ratio: 1)'

/** The children of a row keep the distance by their margins, also where the row breaks. */
function marginsForGap(rule: Rule): AtRule | null {
  const values = new Map<string, string>()
  rule.each(node => {
    if (node.type === 'decl') values.set(node.prop, node.value)
  })
  const [row, column = row] = list.space(values.get('gap') ?? '')
  const between = { block: values.get('row-gap') ?? row, inline: values.get('column-gap') ?? column }
  if (!/^(?:inline-)?flex$/.test(values.get('display') ?? '') || !(between.block ?? between.inline)) return null
  const child = (which: string, prop: string, value: string | undefined) =>
    value === undefined
      ? []
      : [new Rule({ selector: rule.selectors.map(selector => `${selector}>${which}`).join(), nodes: [new Declaration({ prop, value })] })]
  const isColumn = values.get('flex-direction') === 'column'
  return new AtRule({
    name: 'supports',
    params: NO_GAPS,
    nodes: [
      new Rule({ selector: rule.selector, nodes: [new Declaration({ prop: 'gap', value: '0' })] }),
      ...child(isColumn ? ':not(:last-child)' : '*', 'margin-block-end', between.block),
      ...(isColumn ? [] : child(':not(:last-child)', 'margin-inline-end', between.inline)),
    ],
  })
}

const SIDES: Readonly<Record<string, readonly [ltr: string, rtl: string]>> = {
  'inline-start': ['left', 'right'],
  'inline-end': ['right', 'left'],
}

/** Old browsers float to the left and to the right alone. */
function floatByDirection(declaration: Declaration): void {
  const sides = SIDES[declaration.value]
  const rule = declaration.parent
  if (!sides || !(rule instanceof Rule)) return
  const [ltr, rtl] = sides
  declaration.value = ltr
  rule.after(
    new Rule({
      selector: rule.selectors.map(selector => `[dir=rtl] ${selector}`).join(),
      nodes: [new Declaration({ prop: 'float', value: rtl })],
    }),
  )
}

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
  OnceExit: root => {
    root.walkRules(rule => {
      const margins = marginsForGap(rule)
      if (margins) rule.after(margins)
    })
  },
  Declaration: (declaration: Declaration) => {
    const { prop, value } = declaration
    if (prop === 'float') floatByDirection(declaration)
    if (!BOTH_SIDES.test(prop)) return
    const [start = value, end = start] = list.space(value)
    declaration.replaceWith(
      declaration.clone({ prop: `${prop}-start`, value: start }),
      declaration.clone({ prop: `${prop}-end`, value: end }),
    )
  },
}
