import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** One import as it stands in a file. */
export interface Import {
  readonly file: string
  readonly specifier: string
  /** Whether it imports types alone, of which nothing is left when the program runs. */
  readonly isType: boolean
  /** The names that it takes, types aside; `*` stands for all of them. */
  readonly names: readonly string[]
}

const FOLDERS = ['app', 'machines', 'scripts', 'bench', 'e2e', 'locales']

/** All source files of the project, from its folder; generated ones aside. */
export const SOURCES: readonly string[] = [
  ...FOLDERS.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name))),
  ...readdirSync('.'),
].filter(file => /\.(?:tsx?|m?js)$/.test(file) && !file.includes('/generated/'))

/** Every import of a file: static, dynamic, passed on, and of types. */
export function importsOf(file: string): Import[] {
  const found: Import[] = []
  const add = (name: ts.Node | undefined, isType: boolean, names: readonly string[] = []) => {
    if (name && ts.isStringLiteralLike(name)) found.push({ file, specifier: name.text, isType, names })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false, namesOf(node))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest))
  return found
}

function namesOf({ importClause }: ts.ImportDeclaration): string[] {
  const named = importClause?.namedBindings
  if (!named || importClause.isTypeOnly) return []
  if (ts.isNamespaceImport(named)) return ['*']
  return named.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name, propertyName }) => (propertyName ?? name).text)
}

/** The file of the project that an import names; `null` for a package. */
export function importedFile({ file, specifier }: Import): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : null
}

/**
 * Groups of names that reach each other, each sorted.
 * @param arrows from each name, the names that it leads to
 */
export function circlesOf(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reached = new Map([...arrows.keys()].map(from => [from, reachedFrom(from, arrows)]))
  const groups = [...reached].map(([from, to]) => [...to].filter(name => reached.get(name)?.has(from)).sort())
  return [...new Map(groups.filter(group => group.length > 0).map(group => [group.join(), group])).values()]
}

function reachedFrom(start: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const waiting = [...(arrows.get(start) ?? [])]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...(arrows.get(name) ?? []))
  }
  return reached
}
