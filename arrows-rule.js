import path from 'node:path'
import { findRoom, findTarget, mayImport, TEST_FILE } from './arrows.js'

/**
 * The lint rule that holds the arrows of `arrows.js`. It is one rule, set once for all files: ESLint lets a later block of its
 * configuration replace the options of an earlier one, so that rules made of one block for each folder silently cancel each other.
 * It reads every kind of import that names its file in the code: static, dynamic, passed on, and of types.
 * @type {import('eslint').Rule.RuleModule}
 */
export const arrowsRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: '{{file}} lies in no row of arrows.js. Add a row that says what it may import.',
      refused: '{{from}} may not import {{to}}. What each folder may import stands in arrows.js.',
    },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const room = findRoom(file)
    const isTest = TEST_FILE.test(file)
    /** @param source node of what is imported; a name that is put together as the program runs cannot be judged */
    const check = source => {
      const specifier = source?.value ?? source?.quasis?.[0]?.value.cooked
      if (typeof specifier !== 'string' || source.expressions?.length > 0 || room === null) return
      const target = findTarget(file, specifier)
      if (target === null) context.report({ node: source, messageId: 'unknown', data: { file: specifier } })
      else if (!mayImport(room, isTest, target)) {
        context.report({ node: source, messageId: 'refused', data: { from: room, to: target } })
      }
    }
    return {
      Program: node => {
        if (room === null) context.report({ node, messageId: 'unknown', data: { file } })
      },
      ImportDeclaration: node => check(node.source),
      ExportNamedDeclaration: node => check(node.source),
      ExportAllDeclaration: node => check(node.source),
      ImportExpression: node => check(node.source),
      // `import('…').Name` in a type.
      TSImportType: node => check(node.source ?? node.argument.literal),
    }
  },
}
