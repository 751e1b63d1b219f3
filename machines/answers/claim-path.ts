import { z } from 'zod'
import { claimFileShape, LIST_LENGTH, type ClaimFile } from './claim-file.ts'

type Part = Exclude<keyof ClaimFile, 'version' | 'today' | 'language' | 'leftOpen'>
type Inner<T> = NonNullable<T> extends readonly unknown[] | string | boolean ? never : keyof NonNullable<T> & string

/** Dotted path of an answer's place in the claim file; `work[].employerSize` is one fact in every entry of a list. */
export type ClaimPath = { [K in Part]: K | `${K}.${Inner<ClaimFile[K]>}` }[Part] | 'work[].employerSize' | 'work[].hoursPerWeek'

/** The schema without the wrappers that only say "may be absent". */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema
}

/** Fields of an object schema, or of the entries of a list of objects; undefined for anything else. */
export function fieldsOf(schema: z.core.$ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element)
  return inner instanceof z.ZodObject ? inner.shape : undefined
}

/**
 * The schema that the claim file itself uses at a path, so that a page and the file never disagree.
 * @throws RangeError where the claim file has no such place
 */
export function claimField(path: string): z.ZodType {
  let schema: z.ZodType = claimFileShape
  for (const name of path.replace('[]', '').split('.')) {
    const field = fieldsOf(schema)?.[name]
    if (!field) throw new RangeError(`the claim file has no place "${path}"`)
    schema = field
  }
  return schema
}

/**
 * Schema of the list at `path` for a page that asks for only some facts of an entry: each entry holds the facts in `names` and no others.
 */
export function listWithOnly(path: string, names: readonly string[]): z.ZodType {
  const entry = Object.fromEntries(names.map(name => [name, claimField(`${path}.${name}`)]))
  return z.array(z.strictObject(entry), 'errors:list').max(LIST_LENGTH, 'errors:tooMany')
}
