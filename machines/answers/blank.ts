const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')

/**
 * The value without its blanks: a field left blank is missing, never 0 and never "none".
 * An empty list stays, for it means "none"; a list that holds nothing but blanks is missing.
 * @returns the same kind of value, or undefined where nothing is left
 */
export function withoutBlanks(value: unknown): unknown {
  if (isBlank(value)) return undefined
  if (Array.isArray(value)) {
    const items = value.map(withoutBlanks).filter(item => item !== undefined)
    return value.length > 0 && items.length === 0 ? undefined : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const kept = withoutBlanks(inner)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
